/** The person gave something that cannot be used: the message says what, and the exit code is 2. */
export class BadUse extends Error {}

/** Runs a command line tool. What goes wrong is one line on standard error, and a bad exit code. */
export async function runTool(tool: (args: readonly string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await tool(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = error instanceof BadUse ? 2 : 1;
  }
}
