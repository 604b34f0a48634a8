'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { saveAnswer } from '@/src/lib/browser/saveAnswer'
import { callApi } from '../actions/callApi'
import { Dialog } from '../ui/Dialog'
import { Findings } from '../ui/Findings'

type Props = {
  /** Id of the export. */
  id: string
  about: string
  isPrimary?: boolean
}

const stillWorking = ({ done, total }: Record<string, unknown>): string =>
  `The records are being put together: ${Number(done ?? 0)} of ${Number(total ?? 0)} parts. Press again in a minute.`

/** Hands the file of a disclosure out, once; where the background has not made it yet, it is made now. */
export const TakeFile = ({ id, about, isPrimary }: Props) => {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string[]>([])
  const take = async (): Promise<string[]> => {
    const built = await callApi(`/api/chart-exports/${id}/build`)
    if (!built.ok) return built.findings.map(({ message }) => message)
    if (built.body['status'] === 'building') return [stillWorking(built.body)]
    return saveAnswer(`/api/chart-exports/${id}/file`)
  }
  const press = async (): Promise<void> => {
    setBusy(true)
    setRefused(await take())
    setBusy(false)
    router.refresh()
  }
  return (
    <>
      <button
        className={`ops-button${isPrimary ? ' ops-button--primary' : ''}`}
        disabled={isBusy}
        onClick={press}
        type="button"
      >
        {isBusy ? 'Working…' : 'Take the file'}
        <span className="ops-sr"> {about}</span>
      </button>
      {refused.length ? (
        <Dialog onClose={() => setRefused([])} title="Take the file">
          <Findings
            findings={refused.map((message) => ({ message }))}
            title="The file was not handed out"
          />
        </Dialog>
      ) : null}
    </>
  )
}
