import type { Category } from '../engine/types.ts';
import { text } from './text.ts';

/** A category's name, underlined as its findings are in the page. */
export function CategoryLabel({ category }: { readonly category: Category }) {
  return (
    <span class="qy-category" data-category={category}>
      {text(`category_${category}`)}
    </span>
  );
}
