'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { callApi, type RefusedFinding } from '../actions/callApi'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'

/** Takes an 835 as a file or as pasted text. The same file a second time opens the first import. */
export const ImportForm = ({ isOpen }: { isOpen: boolean }) => {
  const router = useRouter()
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [findings, setFindings] = useState<RefusedFinding[]>([])
  const submit = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    const chosen = file.current?.files?.[0]
    const content = chosen ? await chosen.text() : text
    if (!content.trim())
      return setFindings([{ message: 'Choose the 835 file of the payer, or paste its text.' }])
    setBusy(true)
    const answer = await callApi('/api/remittances', {
      body: { text: content, fileName: chosen?.name ?? '' },
    })
    setBusy(false)
    if (!answer.ok) return setFindings(answer.findings)
    setFindings([])
    setText('')
    if (file.current) file.current.value = ''
    toast.success(String(answer.body['message'] ?? 'Imported.'))
    router.push(`/admin/remittances-post?open=${String(answer.body['id'] ?? '')}`)
    router.refresh()
  }
  return (
    <details className="ops-card" open={isOpen}>
      <summary>
        <strong>Import a remittance (835)</strong>
      </summary>
      <form className="ops-form" method="post" onSubmit={submit}>
        {findings.length ? <Findings findings={findings} title="Not imported" /> : null}
        <div className="ops-field">
          <label htmlFor="remittance-file">File of the payer</label>
          <input className="ops-input" id="remittance-file" ref={file} type="file" />
        </div>
        <div className="ops-field">
          <label htmlFor="remittance-text">
            Or its text <span className="ops-muted">(begins with ISA)</span>
          </label>
          <textarea
            className="ops-input"
            id="remittance-text"
            onChange={(event) => setText(event.target.value)}
            rows={3}
            spellCheck={false}
            value={text}
          />
        </div>
        <FormFoot busyLabel="Importing…" isBusy={isBusy} label="Import" />
      </form>
    </details>
  )
}
