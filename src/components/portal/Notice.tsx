import type { ReactNode } from 'react'
import { Icon } from './Icon'

type Props = { tone: 'ok' | 'info' | 'warn'; isAnnounced?: boolean; children: ReactNode }

const icons = { ok: 'check', info: 'info', warn: 'alert' } as const

/** A few sentences that stand out from the page. */
export const Notice = ({ tone, isAnnounced, children }: Props) => (
  <div className={`notice notice-${tone}`} role={isAnnounced ? 'status' : undefined}>
    <Icon name={icons[tone]} />
    <div>{children}</div>
  </div>
)
