import type { Metadata } from 'next'
import Link from 'next/link'
import { Notice } from '@/src/components/portal/Notice'
import { SignIn } from '@/src/components/portal/SignIn'
import { practiceFacts } from '@/src/lib/portal/practice'
import { safeNext } from '@/src/lib/portal/safeNext'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string; left?: string }> }

const Page = async ({ searchParams }: Props) => {
  const { next, left } = await searchParams
  const { name } = await practiceFacts()
  return (
    <>
      <h1>Sign in to your page</h1>
      {left ? (
        <Notice tone="ok">
          <p>You are signed out.</p>
        </Notice>
      ) : (
        <p className="lead">
          Your private page with {name}: papers, appointments, plan and statements.
        </p>
      )}
      <SignIn next={safeNext(next)} />
      <p>
        <Link className="link" href="/portal/forgot">
          I forgot my password
        </Link>
      </p>
      <p className="lead">
        No account yet? We send you an invitation when your first appointment is booked.
      </p>
    </>
  )
}

export default Page
