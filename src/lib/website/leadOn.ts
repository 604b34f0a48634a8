import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { carry, type Visit } from '@/src/domain/outreach/visit'
import { findRedirect } from './records'

/** Ends a page that has nothing to show: its address leads on, or is answered with 404. */
export const leadOn = async (path: string, visit: Visit): Promise<never> => {
  const found = await findRedirect(path)
  if (!found) notFound()
  const to = carry(found.to, visit)
  return found.isPermanent ? permanentRedirect(to) : redirect(to)
}
