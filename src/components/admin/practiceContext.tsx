'use client'
import { createContext, useContext } from 'react'

export type PracticeTime = {
  /** IANA zone of the practice. */
  zone: string
  /** Today there, YYYY-MM-DD. */
  today: string
  /** The practice's clock when the page was made, ISO UTC. */
  now: string
}

const Context = createContext<PracticeTime | null>(null)

type Props = { practice: PracticeTime; children: React.ReactNode }

export const PracticeContextProvider = ({ practice, children }: Props) => (
  <Context.Provider value={practice}>{children}</Context.Provider>
)

/** The practice's zone and day. Throws outside the provider. */
export const usePractice = (): PracticeTime => {
  const practice = useContext(Context)
  if (!practice) throw new Error('PracticeProvider is missing from admin.components.providers.')
  return practice
}
