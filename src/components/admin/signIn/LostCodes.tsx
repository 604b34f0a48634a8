'use client'
import { useState } from 'react'
import { callApi } from '../actions/callApi'
import { Findings } from '../ui/Findings'
import { codesIn, RecoveryCodes } from './RecoveryCodes'
import { unkeptCodes } from './unkeptCodes'

/** The page was left while it showed the recovery codes: new ones, or on with those that were kept. */
export const LostCodes = ({ onDone }: { onDone: () => void }) => {
  const [codes, setCodes] = useState<string[]>([])
  const [message, setMessage] = useState<string | null>(null)
  const renew = async (): Promise<void> => {
    const answer = await callApi('/api/auth/staff/recovery-codes')
    if (answer.ok) setCodes(codesIn(answer.body))
    else setMessage(answer.findings[0]?.message ?? 'That did not work. Try again.')
  }
  const goOn = (): void => {
    unkeptCodes.end()
    onDone()
  }
  if (codes.length) {
    return (
      <>
        <h1>Your new recovery codes</h1>
        <RecoveryCodes codes={codes} onDone={onDone} />
      </>
    )
  }
  return (
    <>
      <h1>Did you keep your recovery codes?</h1>
      <p>
        Your second factor is set up. The page was left while it showed the recovery codes, and they
        cannot be shown again. If you did not keep them, make new ones: the old ones stop working.
      </p>
      {message ? <Findings findings={[{ message }]} title="Not yet" /> : null}
      <div className="ops-row">
        <button
          className="ops-button ops-button--primary"
          onClick={() => void renew()}
          type="button"
        >
          Make new recovery codes
        </button>
        <button className="ops-button" onClick={goOn} type="button">
          I kept them. Go on
        </button>
      </div>
    </>
  )
}
