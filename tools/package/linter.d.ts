/** The part of addons-linter that is used here; it brings no types. */
declare module 'addons-linter' {
  export interface LintMessage {
    readonly code: string;
    readonly message: string;
    readonly file?: string;
    readonly line?: number;
  }
  export interface LintResult {
    readonly errors: readonly LintMessage[];
    readonly warnings: readonly LintMessage[];
    readonly notices: readonly LintMessage[];
  }
  const linter: {
    createInstance(options: {
      config: { _: readonly string[]; logLevel: string; output: string; stack: boolean; boring: boolean };
      runAsBinary: boolean;
    }): { run(): Promise<LintResult> };
  };
  export default linter;
}
