'use client'
import { useRef, useState } from 'react'
import { callApi, type RefusedFinding } from './callApi'
import type { ActionTarget, FieldValues } from './types'

export type ActionOutcome = { id: string; result: Record<string, unknown>; advice: string[] }

type Refused = {
  findings: RefusedFinding[]
  reference: string
  status: number
}

type Ask = {
  values: FieldValues
  /** Reasons by rule id. */
  reasons: Readonly<Record<string, string>>
}

const readOutcome = (body: Record<string, unknown>): ActionOutcome => ({
  id: String(body['id'] ?? ''),
  result: (body['result'] as Record<string, unknown> | null) ?? {}, // ActionAnswer
  advice: Array.isArray(body['advice']) ? body['advice'].map(String) : [],
})

/**
 * Sends one action. The Idempotency-Key stays the same while the same question is repeated after a
 * lost connection, and changes as soon as the question does.
 */
export const useActionCall = ({ target, name }: { target: ActionTarget; name: string }) => {
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const asked = useRef({ body: '', key: '' })
  const send = async ({ values, reasons }: Ask): Promise<ActionOutcome | null> => {
    const overrides = Object.entries(reasons)
      .filter(([, reason]) => reason.trim())
      .map(([rule, reason]) => ({ rule, reason }))
    const body = {
      ...values,
      ...(target.rev ? { rev: target.rev } : {}),
      ...(overrides.length ? { _override: overrides } : {}),
    }
    const question = JSON.stringify(body)
    if (asked.current.body !== question)
      asked.current = { body: question, key: crypto.randomUUID() }
    setBusy(true)
    const path = target.id
      ? `/api/${target.slug}/${target.id}/${name}`
      : `/api/${target.slug}/${name}`
    const answer = await callApi(path, { body, idempotencyKey: asked.current.key })
    setBusy(false)
    if (answer.ok) {
      setRefused(null)
      return readOutcome(answer.body)
    }
    // A refusal frees the key; only an answer that never came keeps it.
    if (answer.status !== 0) asked.current = { body: '', key: '' }
    setRefused({
      findings: answer.findings,
      reference: answer.reference,
      status: answer.status,
    })
    return null
  }
  return { isBusy, refused, send, reset: () => setRefused(null) }
}

export type ActionCallState = ReturnType<typeof useActionCall>
