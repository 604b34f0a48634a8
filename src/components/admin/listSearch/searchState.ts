'use client'
import { createContext } from 'react'
import type { Typed } from './listChanges'

type State = {
  /** What the rows in sight are the answer to; null where the list itself knows. */
  answered: Typed | null
  /** The address asks for what is no longer kept. */
  isOver: boolean
  /** Why what was typed was refused. */
  problem: string
}

/** What the box above a list has to know beside the list. */
export const SearchState = createContext<State>({ answered: null, isOver: false, problem: '' })
