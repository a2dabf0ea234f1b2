/** 清样's mark, drawn in the text's colours: a proof sheet with the proofreader's loop, or, when clean, a tick. */
export function Mark({ clean = false }: { readonly clean?: boolean }) {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 29H6.5a1.5 1.5 0 0 1-1.5-1.5v-23A1.5 1.5 0 0 1 6.5 3H18l6 6v2M18 3v6h6M10 14h5" />
      {clean ? (
        <path class="pen" d="m12.5 22.5 5 5L28 15.5" />
      ) : (
        <path class="pen" d="M10 22.5c6 2.2 16.5.5 17.5-5.5.6-4-5.5-4.5-7-.5-1.8 5 2.5 9.5 8.5 10.5" />
      )}
    </svg>
  );
}
