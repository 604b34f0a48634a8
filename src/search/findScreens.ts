import { scopesFor } from '@/access/policy'
import type { Actor } from '@/access/principal'
import { workViews } from '../components/admin/page/workViews'
import { foldName } from '../domain/intake/searchQuery'

export type FoundScreen = { label: string; address: string }

/** The office's screens that the caller's roles open and whose title has a word that begins so. */
export const findScreens = ({ kind, principals }: Actor, typed: string): FoundScreen[] => {
  if (kind !== 'staff') return []
  const words = foldName(typed).split(' ').filter(Boolean)
  return workViews
    .filter(({ needs }) => !needs || scopesFor(needs.slug, needs.verb, principals).length)
    .filter(({ label }) => {
      const own = foldName(label).split(' ')
      return words.every((word) => own.some((part) => part.startsWith(word)))
    })
    .map(({ label, path }) => ({ label, address: path }))
}
