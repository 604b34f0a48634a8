'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { importKinds } from '@/src/domain/imports/columns'
import { callApi, type RefusedFinding } from '../actions/callApi'
import { useAwake } from '../setup/useAwake'
import { Findings } from '../ui/Findings'
import { FormFoot } from '../ui/FormFoot'

/** Takes a CSV file. The same file a second time leads to the first import. */
export const UploadForm = ({ isOpen, kinds }: { isOpen: boolean; kinds: readonly string[] }) => {
  const router = useRouter()
  const file = useRef<HTMLInputElement>(null)
  const isAwake = useAwake()
  const [isBusy, setBusy] = useState(false)
  const [findings, setFindings] = useState<RefusedFinding[]>([])
  const submit = async (event: React.FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const kind = new FormData(event.currentTarget).get('kind')
    const chosen = file.current?.files?.[0]
    if (!chosen) return setFindings([{ message: 'Choose a CSV file.' }])
    const form = new FormData()
    form.set('file', chosen)
    form.set('_payload', JSON.stringify({ kind, fileName: chosen.name }))
    setBusy(true)
    const answer = await callApi('/api/import-runs/file', { form })
    setBusy(false)
    if (!answer.ok) return setFindings(answer.findings)
    setFindings([])
    if (file.current) file.current.value = ''
    router.push(`/admin/import?open=${String(answer.body['id'])}`)
    router.refresh()
  }
  return (
    <details className="ops-card" open={isOpen}>
      <summary>
        <strong>Import a CSV file</strong>
      </summary>
      <form className="ops-form" method="post" onSubmit={submit}>
        {findings.length ? <Findings findings={findings} title="Not uploaded" /> : null}
        <fieldset className="ops-fieldset">
          <legend>What it holds</legend>
          <div className="ops-choices">
            {importKinds
              .filter(({ value }) => kinds.includes(value))
              .map(({ value, label }, index) => (
                <label key={value}>
                  <input defaultChecked={index === 0} name="kind" type="radio" value={value} />{' '}
                  {label}
                </label>
              ))}
          </div>
          <span className="ops-help">
            Patients first: policies and appointments find them by their record number.
          </span>
        </fieldset>
        <div className="ops-field">
          <label htmlFor="import-file">CSV file</label>
          <input
            accept=".csv,.txt,.tsv,text/csv"
            className="ops-input"
            id="import-file"
            ref={file}
            type="file"
          />
          <span className="ops-help">
            Up to 20,000 lines. Nothing is imported before you have seen every problem.
          </span>
        </div>
        <FormFoot
          busyLabel="Uploading…"
          isBusy={isBusy}
          isDisabled={!isAwake}
          label="Upload and check"
        />
      </form>
    </details>
  )
}
