'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { DateTimeInput } from '../actions/DateTimeInput'
import { OverrideReasons } from '../actions/OverrideReasons'
import type { OfferedAction } from '../actions/types'
import { useActionCall } from '../actions/useActionCall'
import { TechniquePicker } from '../editor/TechniquePicker'
import { Dialog } from '../ui/Dialog'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'

type Props = {
  action: OfferedAction
  id: string
  rev: number | null
  startedAt: string
  endedAt: string
  tags: string
}

/** Ends a session with its times, what was done and how the patient responded; the code follows. */
export const CompleteSession = ({ action, id, rev, startedAt, endedAt, tags }: Props) => {
  const prefix = useId()
  const router = useRouter()
  const call = useActionCall({ target: { slug: 'sessions', id, rev }, name: action.name })
  const [isOpen, setOpen] = useState(false)
  const [techniqueTags, setTags] = useState(tags)
  const [response, setResponse] = useState('')
  const [began, setBegan] = useState(startedAt)
  const [ended, setEnded] = useState(endedAt)
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    const values = {
      ...(techniqueTags ? { techniqueTags } : {}),
      ...(response ? { response } : {}),
      ...(began && began !== startedAt ? { startedAt: began } : {}),
      ...(ended && ended !== endedAt ? { endedAt: ended } : {}),
    }
    const done = await call.send({ values, reasons })
    if (!done) return
    setOpen(false)
    toast.success(
      ['The session is complete. Its charge waits for your note.', ...done.advice].join(' '),
    )
    router.refresh()
  }
  return (
    <>
      <button
        className="ops-button ops-button--primary"
        onClick={() => {
          call.reset()
          setOpen(true)
        }}
        type="button"
      >
        {action.label}
      </button>
      {isOpen ? (
        <Dialog
          isWide
          lead="The service code follows from the minutes."
          onClose={() => setOpen(false)}
          title={action.label}
        >
          <form className="ops-form" method="post" onSubmit={submit}>
            {call.refused ? (
              <Findings findings={call.refused.findings} title="The session is not complete yet" />
            ) : null}
            <div className="ops-field">
              <label htmlFor={`${prefix}began`}>Began</label>
              <DateTimeInput id={`${prefix}began`} onChange={setBegan} value={began} />
            </div>
            <div className="ops-field">
              <label htmlFor={`${prefix}ended`}>Ended</label>
              <span className="ops-help">Now, when left empty.</span>
              <DateTimeInput id={`${prefix}ended`} onChange={setEnded} value={ended} />
            </div>
            <TechniquePicker onChange={setTags} value={techniqueTags} />
            <div className="ops-field">
              <label htmlFor={`${prefix}response`}>
                How the patient responded <span className="ops-muted">(optional)</span>
              </label>
              <textarea
                className="ops-input ops-writing"
                id={`${prefix}response`}
                onChange={(event) => setResponse(event.target.value)}
                rows={3}
                value={response}
              />
            </div>
            <OverrideReasons
              findings={call.refused?.findings ?? []}
              onChange={setReasons}
              reasons={reasons}
            />
            <FormFoot isBusy={call.isBusy} label={action.label} onBack={() => setOpen(false)} />
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
