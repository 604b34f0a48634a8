'use client'
import { useEffect, useState } from 'react'
import { callApi } from '../actions/callApi'
import { FactorPrompt } from './FactorPrompt'
import { insideAdmin } from './insideAdmin'
import { LostCodes } from './LostCodes'
import { SetUpFactor } from './SetUpFactor'
import { unkeptCodes } from './unkeptCodes'

type State = { standing: string; methods: string[] }

const leave = (): void => {
  const next = new URLSearchParams(window.location.search).get('next')
  window.location.assign(insideAdmin(next))
}

const readState = async (): Promise<State | null> => {
  const answer = await callApi('/api/auth/staff/session', { method: 'GET', isBackground: true })
  if (!answer.ok) return null
  const { standing, methods } = answer.body
  return {
    standing: String(standing),
    methods: Array.isArray(methods) ? methods.map(String) : [],
  }
}

/** The second step of signing in: the factor, or setting one up where the practice asks for it. */
export const FactorPage = () => {
  const [state, setState] = useState<State | null>(null)
  useEffect(() => {
    void readState().then((found) => {
      if (!found) window.location.assign('/admin/login')
      else if (found.standing === 'full' && !unkeptCodes.isOpen()) leave()
      else setState(found)
    })
  }, [])
  if (!state) return <p className="ops-muted">One moment…</p>
  if (state.standing === 'full') return <LostCodes onDone={leave} />
  if (state.standing === 'verify') {
    return (
      <>
        <h1>Is it really you?</h1>
        <p className="ops-muted">Your password was right. Now show your second factor.</p>
        <FactorPrompt label="Sign in" methods={state.methods} onDone={leave} path="verify" />
      </>
    )
  }
  return (
    <>
      <h1>Set up your second factor</h1>
      <p className="ops-muted">
        A stolen password alone must not open anybody’s chart. Choose what you want to show besides
        it from now on. You can add another later.
      </p>
      <SetUpFactor onDone={leave} />
    </>
  )
}
