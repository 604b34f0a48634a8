'use client'
import { useEffect } from 'react'
import { Icon } from '../ui/Icon'
import { unkeptCodes } from './unkeptCodes'

type Props = { codes: readonly string[]; onDone: () => void; doneLabel?: string }

/** The codes in an answer of the endpoints that make them. */
export const codesIn = (body: Record<string, unknown>): string[] =>
  Array.isArray(body['recoveryCodes']) ? body['recoveryCodes'].map(String) : []

const asText = (codes: readonly string[]): string =>
  [
    `Recovery codes for ${window.location.host}`,
    'Each works once, in place of your second factor. Keep them where nobody else looks.',
    '',
    ...codes,
    '',
  ].join('\r\n')

const download = (codes: readonly string[]): void => {
  const address = URL.createObjectURL(new Blob([asText(codes)], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'recovery-codes.txt'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}

/** Ten codes, shown once: to keep on paper or in a file before going on. */
export const RecoveryCodes = ({ codes, onDone, doneLabel = 'I kept them. Go on' }: Props) => {
  useEffect(unkeptCodes.begin, [])
  const done = (): void => {
    unkeptCodes.end()
    onDone()
  }
  return (
    <section aria-label="Recovery codes" className="ops-stack ops-recovery">
      <p>
        If you lose your phone or device, one of these lets you in. Each works once. They are shown{' '}
        <strong>this one time</strong>: print them or keep them in a safe place.
      </p>
      <ol className="ops-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="ops-row ops-no-print">
        <button className="ops-button" onClick={() => download(codes)} type="button">
          <Icon name="file" /> Download
        </button>
        <button className="ops-button" onClick={() => window.print()} type="button">
          Print
        </button>
        <button className="ops-button ops-button--primary" onClick={done} type="button">
          {doneLabel}
        </button>
      </div>
    </section>
  )
}
