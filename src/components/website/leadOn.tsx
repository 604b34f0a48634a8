import { permanentRedirect, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { carry, type Visit } from '@/src/domain/outreach/visit'
import { answerWith } from '@/src/lib/website/answerStatus'
import { findRedirect } from '@/src/lib/website/records'
import { MissingPage } from './MissingPage'

/** What a page that has nothing to show does: its address leads on, or says with 404 that nothing is there. */
export const leadOn = async (path: string, visit: Visit): Promise<ReactNode> => {
  const found = await findRedirect(path)
  if (!found) {
    answerWith(404)
    return <MissingPage />
  }
  const to = carry(found.to, visit)
  return found.isPermanent ? permanentRedirect(to) : redirect(to)
}
