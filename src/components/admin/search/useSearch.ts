'use client'
import { useEffect, useState } from 'react'
import { callApi } from '../actions/callApi'

export type Hit = {
  key: string
  group: string
  label: string
  detail: string
  address: string
  /** The id of the patient, where it is one. */
  person?: string
}

type Person = { id: string; name: string; dateOfBirth: string | null; address: string }
type Claim = { id: string; number: string; serviceDate: string; address: string }
type Screen = { label: string; address: string }

const dayFormat = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'medium' })

const inWords = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`))

const hitsIn = (body: Record<string, unknown>): Hit[] => {
  const { people, claims, screens } = body as {
    people: Person[]
    claims: Claim[]
    screens: Screen[]
  } // answer of POST /api/search
  return [
    ...people.map(({ id, name, dateOfBirth, address }) => ({
      key: `person-${id}`,
      group: 'People',
      label: name,
      detail: dateOfBirth ? `born ${inWords(dateOfBirth)}` : '',
      address,
      person: id,
    })),
    ...claims.map(({ id, number, serviceDate, address }) => ({
      key: `claim-${id}`,
      group: 'Claims',
      label: number,
      detail: serviceDate ? `session of ${inWords(serviceDate)}` : '',
      address,
    })),
    ...screens.map(({ label, address }) => ({
      key: `screen-${address}`,
      group: 'Screens',
      label,
      detail: '',
      address,
    })),
  ]
}

type State = { hits: Hit[]; isAsking: boolean; problem: string }

// Long enough not to ask for every letter of somebody who types fast.
const pauseMs = 120

/** Asks while somebody types; an older answer never replaces a newer one. */
export const useSearch = (query: string): State => {
  const [state, setState] = useState<State>({ hits: [], isAsking: true, problem: '' })
  useEffect(() => {
    const abort = new AbortController()
    setState((before) => ({ ...before, isAsking: true }))
    const timer = setTimeout(
      async () => {
        const answer = await callApi('/api/search', { body: { query }, signal: abort.signal })
        if (abort.signal.aborted) return
        setState(
          answer.ok
            ? { hits: hitsIn(answer.body), isAsking: false, problem: '' }
            : { hits: [], isAsking: false, problem: answer.findings[0]?.message ?? '' },
        )
      },
      query ? pauseMs : 0,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [query])
  return state
}
