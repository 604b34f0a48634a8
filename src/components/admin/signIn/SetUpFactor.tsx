'use client'
import { useState } from 'react'
import { callApi } from '../actions/callApi'
import { Findings } from '../ui/Findings'
import { Icon } from '../ui/Icon'
import { CodeSetUp, type NewApp } from './CodeSetUp'
import { addPasskey, hasPasskeys } from './passkeys'
import { codesIn, RecoveryCodes } from './RecoveryCodes'

type Props = { onDone: () => void }

/** The first way of making a device recognizable that comes to people's minds. */
const deviceName = (): string =>
  /iPhone|iPad|Android/.test(navigator.userAgent) ? 'Phone or tablet' : 'Computer'

/** Adds a second factor: an authenticator app or a passkey. A first one brings the recovery codes. */
export const SetUpFactor = ({ onDone }: Props) => {
  const [app, setApp] = useState<NewApp | null>(null)
  const [codes, setCodes] = useState<string[]>([])
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const finish = (body: Record<string, unknown>): void => {
    const given = codesIn(body)
    if (given.length) setCodes(given)
    else onDone()
  }
  const startApp = async (): Promise<void> => {
    setBusy(true)
    const answer = await callApi('/api/auth/staff/factors/code/start')
    setBusy(false)
    if (answer.ok)
      setApp(answer.body as unknown as NewApp) // shape of the endpoint
    else setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  const startPasskey = async (): Promise<void> => {
    setBusy(true)
    setMessage(null)
    const answer = await addPasskey(deviceName())
    setBusy(false)
    if (answer.ok) finish(answer.body)
    else setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  if (codes.length) return <RecoveryCodes codes={codes} onDone={onDone} />
  if (app) return <CodeSetUp app={app} onDone={finish} />
  return (
    <div className="ops-form">
      {message ? <Findings findings={[{ message }]} title="Not yet" /> : null}
      <div className="ops-choice">
        <button
          className="ops-button ops-button--primary"
          disabled={isBusy}
          onClick={startApp}
          type="button"
        >
          Authenticator app
        </button>
        <p className="ops-muted">
          An app on your phone shows six digits, a new set every half minute.
        </p>
      </div>
      {hasPasskeys() ? (
        <div className="ops-choice">
          <button className="ops-button" disabled={isBusy} onClick={startPasskey} type="button">
            <Icon name="lock" /> Passkey
          </button>
          <p className="ops-muted">
            Your fingerprint, face or PIN on this device, or a security key. Nothing to type, and it
            works on no false page.
          </p>
        </div>
      ) : null}
    </div>
  )
}
