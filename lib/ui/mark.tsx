/** 清样's mark, drawn in the text's colours: a proof sheet with the proofreader's loop, or, when clean, a tick. */
export function Mark({ clean = false }: { readonly clean?: boolean }) {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="sheet" d="M7 3.5h13l5.5 5.5v19a.9.9 0 0 1-.9.9H7a.9.9 0 0 1-.9-.9V4.4A.9.9 0 0 1 7 3.5Z" />
      <path class="fold" d="M20 3.5V9h5.5" />
      <path class="line" d="M10 13.5h12M10 18.5h3.5M10 23.5h7" />
      {clean ? (
        <path class="pen" d="m15.5 21.5 4 4 9-11" />
      ) : (
        <path
          class="pen"
          d="M27.5 14c-4-3.2-11.8-1.2-11.6 4 .2 4.4 7.6 4.8 9.2 1.4 1.4-3.2-3.6-4.6-5-1.6-1.2 2.8 1 6.7 6.4 9.2"
        />
      )}
    </svg>
  );
}
