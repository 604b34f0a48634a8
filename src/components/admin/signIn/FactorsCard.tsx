'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { callApi } from '../actions/callApi'
import { usePractice } from '../practiceContext'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Dialog } from '../ui/Dialog'
import { Empty } from '../ui/Empty'
import { Findings } from '../ui/Findings'
import { codesIn, RecoveryCodes } from './RecoveryCodes'
import { SetUpFactor } from './SetUpFactor'
import { unkeptCodes } from './unkeptCodes'
import { useAnswer } from './useAnswer'

type Factor = {
  id: string
  kind: 'code' | 'passkey'
  label: string
  addedAt: string
  lastUsedAt: string | null
}

type Factors = { factors: Factor[]; recoveryCodesLeft: number; isRequired: boolean }

const kinds = { code: 'Authenticator app', passkey: 'Passkey' } as const

const FactorRows = ({
  factors,
  onRemove,
}: {
  factors: readonly Factor[]
  onRemove: (factor: Factor) => void
}) => {
  const { zone } = usePractice()
  return (
    <div className="ops-table-wrap">
      <table className="ops-table ops-table--stack">
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">Added</th>
            <th scope="col">Last used</th>
            <th scope="col">
              <span className="ops-sr">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {factors.map((factor) => (
            <tr key={factor.id}>
              <td>
                {kinds[factor.kind]}
                {factor.label && factor.label !== kinds[factor.kind] ? ` · ${factor.label}` : ''}
              </td>
              <td data-label="Added" className="ops-when">
                {formatDateTime({ instant: factor.addedAt, zone })}
              </td>
              <td data-label="Last used" className="ops-when">
                {factor.lastUsedAt ? formatDateTime({ instant: factor.lastUsedAt, zone }) : ''}
              </td>
              <td className="ops-right">
                <button className="ops-button" onClick={() => onRemove(factor)} type="button">
                  Remove
                  <span className="ops-sr">
                    {' '}
                    {kinds[factor.kind]} {factor.label}
                  </span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The second factors of the person, their recovery codes, and the ways to change both. */
export const FactorsCard = () => {
  const { body, problem, reload } = useAnswer<Factors>('factors')
  const [isAdding, setAdding] = useState(false)
  const [codes, setCodes] = useState<string[]>([])
  const [message, setMessage] = useState<string | null>(null)
  const has = Boolean(body?.factors.length)
  const remove = async (factor: Factor): Promise<void> => {
    const answer = await callApi(`/api/auth/staff/factors/${factor.id}/remove`)
    setMessage(answer.ok ? null : (answer.findings[0]?.message ?? null))
    if (answer.ok) toast.success(`${kinds[factor.kind]}: removed.`)
    await reload()
  }
  const renewCodes = async (): Promise<void> => {
    const answer = await callApi('/api/auth/staff/recovery-codes')
    if (answer.ok) setCodes(codesIn(answer.body))
    setMessage(answer.ok ? null : (answer.findings[0]?.message ?? null))
  }
  const close = async (): Promise<void> => {
    setAdding(false)
    setCodes([])
    unkeptCodes.end()
    await reload()
  }
  return (
    <Card
      aside={
        <button
          className={`ops-button${has ? '' : ' ops-button--primary'}`}
          onClick={() => setAdding(true)}
          type="button"
        >
          {has ? 'Add another' : 'Set up a second factor'}
        </button>
      }
      title="Second factor"
    >
      {problem ? <Findings findings={[{ message: problem }]} title="Not read" /> : null}
      {message ? <Findings findings={[{ message }]} title="Not changed" /> : null}
      {has ? (
        <FactorRows factors={body?.factors ?? []} onRemove={(factor) => void remove(factor)} />
      ) : null}
      {body && !has ? (
        <Empty>
          You sign in with your password alone. Whoever learns it can sign in as you: set up a code
          on your phone or a passkey.
        </Empty>
      ) : null}
      {has ? (
        <p className="ops-row">
          <Chip tone={(body?.recoveryCodesLeft ?? 0) > 2 ? 'ok' : 'warn'}>
            {body?.recoveryCodesLeft ?? 0} recovery codes left
          </Chip>
          <button className="ops-button" onClick={() => void renewCodes()} type="button">
            Make new recovery codes
          </button>
        </p>
      ) : null}
      {isAdding ? (
        <Dialog onClose={() => void close()} title="Set up a second factor">
          <SetUpFactor onDone={() => void close()} />
        </Dialog>
      ) : null}
      {codes.length ? (
        <Dialog
          lead="The old ones stop working now."
          onClose={() => void close()}
          title="Recovery codes"
        >
          <RecoveryCodes codes={codes} doneLabel="I kept them" onDone={() => void close()} />
        </Dialog>
      ) : null}
    </Card>
  )
}
