'use client'
import { useCallback, useEffect, useState } from 'react'
import { callApi } from '../actions/callApi'

type Loaded<Body> = {
  body: Body | null
  problem: string | null
  reload: () => Promise<void>
}

/** What one of the doors of signing in answers the person, and the way to ask it again. */
export const useAnswer = <Body>(path: string): Loaded<Body> => {
  const [body, setBody] = useState<Body | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const reload = useCallback(async (): Promise<void> => {
    const answer = await callApi(`/api/auth/staff/${path}`, { method: 'GET' })
    if (answer.ok) setBody(answer.body as Body) // shape of the endpoint
    setProblem(answer.ok ? null : (answer.findings[0]?.message ?? 'This could not be read.'))
  }, [path])
  useEffect(() => {
    void reload()
  }, [reload])
  return { body, problem, reload }
}
