import file from '../../assets/document-types.json' with { type: 'json' };

/** How a part is recognised: a heading or telling words, or one of the parts that every Document finds by itself. */
export type Sign = 'section' | 'text' | 'salutation' | 'closing' | 'signature' | 'date';

export type Names = Readonly<Record<'zh-CN' | 'en', string>>;

/** A part as it is known in the documents of one kind. */
export interface PartType {
  readonly id: string;
  readonly name: Names;
  readonly sign: Sign;
  readonly required: boolean;
  /** Of a heading for `section`, of the last lines for `closing`, else of the text. */
  readonly pattern?: RegExp;
  /** Of the first sentence of a paragraph that opens the section without a heading. */
  readonly opening?: RegExp;
  /** Words anywhere that show a section without a heading. */
  readonly text?: RegExp;
}

export interface Kind {
  readonly id: string;
  readonly name: Names;
  readonly title: RegExp;
  readonly parts: readonly PartType[];
}

interface Recognition {
  readonly sign: string;
  readonly pattern?: string;
  readonly opening?: string;
  readonly text?: string;
}

interface KindsFile {
  readonly parts: Readonly<Record<string, { readonly name: Names } & Recognition>>;
  readonly kinds: readonly {
    readonly id: string;
    readonly name: Names;
    readonly title: string;
    readonly parts: readonly ({ readonly id: string; readonly required: boolean } & Partial<Recognition>)[];
  }[];
}

const compiled = new Map<string, RegExp>();

/** One object for one pattern: what is remembered of a paragraph is remembered by it. */
function compile(pattern: string): RegExp {
  const known = compiled.get(pattern) ?? new RegExp(pattern);
  compiled.set(pattern, known);
  return known;
}

/** Reads the kinds from assets/document-types.json; its schema stands beside it. A kind's own patterns go before the part's. */
function readKinds({ parts, kinds }: KindsFile): readonly Kind[] {
  return kinds.map((kind) => ({
    id: kind.id,
    name: kind.name,
    title: compile(kind.title),
    parts: kind.parts.map(({ id, required, ...own }) => {
      const { name, sign, pattern, opening, text } = { ...parts[id]!, ...own };
      return {
        id,
        name,
        sign: sign as Sign,
        required,
        ...(pattern !== undefined && { pattern: compile(pattern) }),
        ...(opening !== undefined && { opening: compile(opening) }),
        ...(text !== undefined && { text: compile(text) }),
      };
    }),
  }));
}

/** Kinds of documents; special ones before general ones. */
export const KINDS: readonly Kind[] = readKinds(file as KindsFile);

/** What each part is called in a language, by its id. */
export const partNames = (locale: keyof Names): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries((file as KindsFile).parts).map(([id, { name }]) => [id, name[locale]]));
