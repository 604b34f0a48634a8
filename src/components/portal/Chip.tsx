import { Icon, type IconName } from './Icon'

export type ChipTone = 'ok' | 'warn' | 'bad' | 'info'

const icons: Readonly<Record<ChipTone, IconName>> = {
  ok: 'check',
  warn: 'clock',
  bad: 'alert',
  info: 'circle',
}

/** A state in a word, an icon and a colour. */
export const Chip = ({ tone, children }: { tone: ChipTone; children: string }) => (
  <span className={`chip chip-${tone}`}>
    <Icon name={icons[tone]} />
    {children}
  </span>
)
