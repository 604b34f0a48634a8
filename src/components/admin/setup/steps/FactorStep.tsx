import type { StepProps } from '../stepBodies'

export const FactorStep = ({ facts }: StepProps) => (
  <>
    <p>
      {facts.owner.hasFactor
        ? 'You have one. Keep the recovery codes where nobody else looks: each lets you in once when the phone or device is lost. If you have none, make new ones.'
        : 'You sign in with your password alone. Set up a code from an authenticator app, or a passkey.'}
    </p>
    <p>
      {facts.owner.isFactorRequired
        ? 'Everybody you invite is asked for one, too.'
        : 'Nobody else is asked for one either; the sign-in settings decide it.'}
    </p>
    <div className="ops-row">
      <a className="ops-button" href="/admin/signing-in">
        {facts.owner.hasFactor ? 'Add another or make new codes' : 'Set up a second factor'}
      </a>
    </div>
  </>
)
