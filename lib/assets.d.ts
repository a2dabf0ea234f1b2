/** The text of a lexicon file; see tools/text-assets.mjs. */
declare module '*.tsv' {
  const text: string;
  export default text;
}

/** A style sheet as text, for shadow roots. */
declare module '*.css?inline' {
  const rules: string;
  export default rules;
}
