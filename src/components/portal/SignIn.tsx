'use client'

import { SignInFields } from './SignInFields'

/** A full load, so that nothing of whoever used this browser before stays in memory. */
export const SignIn = ({ next }: { next: string }) => (
  <SignInFields onSignedIn={() => window.location.assign(next)} />
)
