/** One set of line icons, drawn for this product, 24 by 24. A state always has its word beside it. */
const shapes = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  alert: 'M12 4l9 16H3L12 4zM12 10v4.5M12 17.2v.3',
  blocked: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.8 5.8l12.4 12.4',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.5l3.5 2',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.8v.3',
  calendar: 'M5 6h14v14H5zM5 10h14M9 3.5v4M15 3.5v4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6',
  inbox: 'M4 5h16v14H4zM4 13h5l1.5 3h3L15 13h5',
  money: 'M3.5 7h17v10h-17zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  note: 'M6 3.5h9l4 4v13H6zM9 11h7M9 15h5',
  chart: 'M4 20h16M7 16v-5M12 16V6M17 16v-8',
  home: 'M4 11.5 12 4l8 7.5M6.5 10v10h11V10',
  file: 'M6 3.5h9l4 4v13H6zM15 3.5v4h4',
  rules: 'M5 6h2M5 12h2M5 18h2M10 6h9M10 12h9M10 18h9',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  same: 'M5 12h14M13 6l6 6-6 6',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  play: 'M7 5l12 7-12 7z',
  phone:
    'M6 4h4l1.5 5-2.5 1.5a11 11 0 0 0 4.5 4.5L15 12.5l5 1.5v4c0 1-1 2-2 2C10 20 4 14 4 6c0-1 1-2 2-2z',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l4.5 4.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2.5',
  plug: 'M9 3.5v5M15 3.5v5M6 8.5h12v3a6 6 0 0 1-12 0zM12 17.5v3',
  draft: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20z',
} as const

export type IconName = keyof typeof shapes

type Props = { name: IconName; size?: number }

export const Icon = ({ name, size = 16 }: Props) => (
  <svg
    aria-hidden="true"
    className="ops-icon"
    fill="none"
    focusable="false"
    height={size}
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="2"
    viewBox="0 0 24 24"
    width={size}
  >
    <path d={shapes[name]} />
  </svg>
)
