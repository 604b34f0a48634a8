/** The product's mark: a harbor lamp, drawn for this product. */
const Mark = ({ size }: { size: number }) => (
  <svg
    aria-hidden="true"
    fill="none"
    focusable="false"
    height={size}
    viewBox="0 0 32 32"
    width={size}
  >
    <rect fill="var(--ops-brand)" height="32" rx="8" width="32" />
    <path
      d="M12 24h8l-1.2-10h-5.6L12 24zM11 14h10M13.5 14V9.5h5V14M16 6v1.5M8 10l1.6.8M24 10l-1.6.8"
      stroke="var(--ops-on-brand)"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
    />
  </svg>
)

export const Icon = () => <Mark size={18} />

/** Mark and name, above the sign-in form. */
export const Logo = () => (
  <span className="ops-logo">
    <Mark size={44} />
    <span>Therapy Ops</span>
  </span>
)
