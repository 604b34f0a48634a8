import { Icon, type IconName } from './Icon'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'plain'

const toneIcons: Record<Tone, IconName> = {
  ok: 'check',
  warn: 'clock',
  bad: 'alert',
  info: 'info',
  plain: 'draft',
}

type Props = { tone: Tone; icon?: IconName; children: React.ReactNode }

/** A state: word, icon and soft color. */
export const Chip = ({ tone, icon, children }: Props) => (
  <span className={`ops-chip ops-chip--${tone}`}>
    <Icon name={icon ?? toneIcons[tone]} size={14} />
    {children}
  </span>
)
