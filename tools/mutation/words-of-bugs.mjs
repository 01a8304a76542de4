/** Stryker leaves the words of `throw new SomeError('…')` alone: a throw is a bug, and its words are no rule. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'words-of-bugs',
    value: {
      shouldIgnore(path) {
        const words = path.isStringLiteral() || path.isTemplateLiteral();
        if (words && path.parentPath?.isNewExpression() && path.parentPath.parentPath?.isThrowStatement())
          return 'the words of a bug';
      },
    },
  },
];
