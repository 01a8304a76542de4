/** A refusal of the API as the pages get it. */
export interface UserError {
  readonly message: string;
  readonly path: readonly string[];
  readonly nextStep?: string | null;
}

/** A field's name in a form, from where it stands in an operation's input: `authority.publishedOn`. */
export const nameOf = (path: readonly string[]): string => path.filter((part) => part !== 'input').join('.');

/** The id of a field on the page. A name may hold dots, which an address after # would not find in a style sheet. */
export const fieldId = (name: string): string => `f-${name.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** What is wrong with a form: all at once, each with its field. */
export class FormErrors {
  private constructor(private readonly found: readonly { readonly name: string; readonly text: string }[]) {}

  static readonly NONE = new FormErrors([]);

  /** `rename` gives the form's own name where it differs from the API's. */
  static of(errors: readonly UserError[], rename: Readonly<Record<string, string>> = {}): FormErrors {
    return new FormErrors(
      errors.map(({ message, path, nextStep }) => {
        const name = nameOf(path);
        return { name: rename[name] ?? name, text: nextStep ? `${message} ${nextStep}` : message };
      }),
    );
  }

  static one(name: string, text: string): FormErrors {
    return new FormErrors([{ name, text }]);
  }

  and(other: FormErrors): FormErrors {
    return new FormErrors([...this.found, ...other.found]);
  }

  /** In the order in which the form's fields stand on the page; what is about none of them comes last. */
  inOrder(names: readonly string[]): FormErrors {
    const place = ({ name }: { readonly name: string }): number =>
      names.includes(name) ? names.indexOf(name) : names.length;
    return new FormErrors([...this.found].sort((a, b) => place(a) - place(b)));
  }

  get any(): boolean {
    return this.found.length > 0;
  }

  /** For the summary at the top: each sentence with a link to its field. */
  get list(): readonly { readonly text: string; readonly href: string }[] {
    return this.found.map(({ name, text }) => ({
      text,
      href: `#${name === '' ? 'main-content' : fieldId(name)}`,
    }));
  }

  /** The sentence of one field, or null. */
  at(name: string): string | null {
    return this.found.find((error) => error.name === name)?.text ?? null;
  }
}
