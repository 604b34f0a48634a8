import { draftMode } from 'next/headers'
import { redirect } from 'next/navigation'

export const dynamic = 'force-dynamic'

/** Back to what everybody sees. */
export const GET = async (): Promise<never> => {
  const draft = await draftMode()
  draft.disable()
  redirect('/')
}
