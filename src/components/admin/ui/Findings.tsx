import { Icon } from './Icon'

export type FindingView = { message: string; fixUrl?: string; rule?: string }

type Props = { title: string; findings: readonly FindingView[]; tone?: 'bad' | 'info' }

/** Why something was refused: numbered sentences, each a link to the place that mends it. */
export const Findings = ({ title, findings, tone = 'bad' }: Props) => (
  <div className={`ops-findings ops-findings--${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    <p className="ops-findings__title">
      <Icon name={tone === 'bad' ? 'alert' : 'info'} /> {title}
    </p>
    <ol>
      {findings.map(({ message, fixUrl, rule }) => (
        <li key={`${rule ?? ''}${message}`}>{fixUrl ? <a href={fixUrl}>{message}</a> : message}</li>
      ))}
    </ol>
  </div>
)
