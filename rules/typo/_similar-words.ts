/** Pairs that are told apart by meaning, each with a rule of thumb: wrong → right → key of the message. */
const PAIRS = {
  作做: 'zuo',
  做作: 'zuo',
  在再: 'zai',
  再在: 'zai',
  他她: 'ta',
  她他: 'ta',
  他它: 'ta',
  它他: 'ta',
  她它: 'ta',
  它她: 'ta',
  他们她们: 'ta',
  它们他们: 'ta',
  定订: 'zhiding',
  订定: 'zhiding',
  利力: 'quanli',
  力利: 'quanli',
  止至: 'jiezhi',
  至止: 'jiezhi',
  和与: 'heyu',
  与和: 'heyu',
  像象: 'xiang',
  象像: 'xiang',
  那哪: 'na',
  哪那: 'na',
  以已: 'yi',
  已以: 'yi',
} as const;

type Explanation = (typeof PAIRS)[keyof typeof PAIRS];

const isPair = (pair: string): pair is keyof typeof PAIRS => Object.hasOwn(PAIRS, pair);

/** Characters that must stand before the place for the explanation to be about this word. */
const BEFORE: Partial<Readonly<Record<Explanation, string>>> = { zhiding: '制修', quanli: '权', jiezhi: '截' };

/** The message that explains the confusion; undefined where the pair needs no explanation of its own. */
export function similarWord(wrong: string, right: string, before: string): Explanation | undefined {
  const pair = wrong + right;
  const key = isPair(pair) ? PAIRS[pair] : undefined;
  if (key === undefined || BEFORE[key]?.includes(before) === false) return undefined;
  return key;
}

const PARTICLES = ['的', '地', '得'] as const;
type Particle = (typeof PARTICLES)[number];

/** 的、地、得 in the place of each other. */
export const isParticle = (wrong: string, right: string): right is Particle =>
  PARTICLES.some((particle) => particle === wrong) && PARTICLES.some((particle) => particle === right);
