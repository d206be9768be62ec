/** Heldwell's mark: two curves holding a page. Decoration only, the name stands beside it. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M11 4h7l4 4v12H11z" strokeWidth="2" strokeLinejoin="round" />
      <path d="M14 11h5M14 15h5" strokeWidth="2" strokeLinecap="round" />
      <path d="M3 13c0 9 5 15 13 15M29 13c0 9-5 15-13 15" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
