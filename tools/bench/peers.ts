/** Other checkers of Chinese text, beside which ours is measured. */

/** Each by its package: how its module checks a text. */
const PEERS = {
  zhlint: (module: { run(text: string, options: object): unknown }) => (text: string) =>
    module.run(text, { rules: { preset: 'default' } }),
  'autocorrect-node': (module: { lintFor(text: string, path: string): unknown }) => (text: string) =>
    module.lintFor(text, 'report.txt'),
  '@lint-md/core': (module: { lintMarkdown(text: string): unknown }) => (text: string) => module.lintMarkdown(text),
} as const;

export type Peer = keyof typeof PEERS;
export const PEER_NAMES = Object.keys(PEERS) as Peer[];

export const isPeer = (name: string): name is Peer => name in PEERS;

/** Rejects where the package is not installed. */
export async function loadPeer(name: Peer): Promise<(text: string) => unknown> {
  return PEERS[name]((await import(name)) as never);
}
