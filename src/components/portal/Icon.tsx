/** Drawn by us on a 24-unit grid, two units wide; every icon stands beside a word. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  check: 'M4 12.5l5.5 5.5L20 7',
  circle: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  alert: 'M12 4L2.8 20h18.4L12 4zM12 10v5M12 17.6v.4',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.4',
  cross: 'M6 6l12 12M18 6L6 18',
  phone:
    'M6 4h4l1.5 4.5L9 10.5a12 12 0 0 0 4.5 4.5l2-2.5L20 14v4a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z',
} as const

export type IconName = keyof typeof paths

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
