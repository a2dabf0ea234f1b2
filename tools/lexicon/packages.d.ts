/** What the compiler of the lexicon reads of packages that come without types of their own for it. */
declare module 'segmentit' {
  interface Segmentation {
    /** Words with the bits of their parts of speech, where known. */
    doSegment(text: string): { w: string; p?: number }[];
  }
  const segmentit: {
    /** Dictionaries: lines of word|tag|frequency. */
    readonly pangu: string;
    readonly panguExtend1: string;
    readonly panguExtend2: string;
    readonly Segment: new () => Segmentation;
    /** Gives a segmentation its dictionaries. */
    readonly useDefault: (segmentation: Segmentation) => Segmentation;
  };
  export default segmentit;
}

declare module 'cnchar-order' {
  /** Character → its strokes in order, a letter for each of 26 kinds of stroke. */
  const order: { readonly dict: { readonly orders: Readonly<Record<string, string>> } };
  export default order;
}
