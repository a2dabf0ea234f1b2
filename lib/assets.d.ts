/** The text of a lexicon file; see tools/text-assets.mjs. */
declare module '*.tsv' {
  const text: string;
  export default text;
}
