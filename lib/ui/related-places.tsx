import type { Range } from '../document/types.ts';
import type { Issue } from '../engine/types.ts';

export interface RelatedPlacesProps {
  readonly issue: Issue;
  onReveal(range: Range): void;
}

/** The ways to what an issue is related to, such as the passage that it repeats. */
export function RelatedPlaces({ issue: { related = [] }, onReveal }: RelatedPlacesProps) {
  return (
    <>
      {related.map(({ range, message }) => (
        <button type="button" class="qy-related" key={range.join()} onClick={() => onReveal(range)}>
          {message}
        </button>
      ))}
    </>
  );
}
