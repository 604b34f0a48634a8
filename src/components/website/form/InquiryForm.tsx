'use client'

import { useActionState } from 'react'
import type { InquiryState } from '@/src/lib/website/inquiryState'
import { contactWays, formatChoices, foundThrough } from './choices'
import { ErrorSummary } from './ErrorSummary'
import { AreaField, CheckField, type Option, SelectField, TextField } from './fields'
import { submitInquiry } from './submitInquiry'

type Props = {
  start: InquiryState
  carried: readonly (readonly [string, string])[]
  services: readonly Option[]
  payers: readonly Option[]
  states: readonly Option[]
}

/** Works without script: the browser posts it and gets the page again, or the thanks. */
export const InquiryForm = ({ start, carried, services, payers, states }: Props) => {
  const [state, send, isSending] = useActionState(submitInquiry, start)
  return (
    <form action={send} className="inquiry" noValidate>
      <ErrorSummary state={state} />
      <div className="form-notice">
        <p>
          <strong>Not for emergencies.</strong> Nobody watches this form day and night. In danger,
          call <a href="tel:911">911</a>. In a crisis, call or text <a href="tel:988">988</a>.
        </p>
      </div>
      <div key={state.attempt}>
        <input type="hidden" name="formToken" value={state.token} />
        <input type="hidden" name="attempt" value={state.attempt} />
        {carried.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="trap" aria-hidden="true">
          <label htmlFor="inquiry-companyUrl">Leave this empty</label>
          <input id="inquiry-companyUrl" name="companyUrl" tabIndex={-1} autoComplete="off" />
        </div>

        <fieldset>
          <legend>You</legend>
          <div className="pair">
            <TextField
              name="chosenName"
              label="Name we should use"
              state={state}
              autoComplete="given-name"
              isRequired
            />
            <TextField name="lastName" label="Last name" state={state} autoComplete="family-name" />
          </div>
          <SelectField
            name="state"
            label="State you would be in during sessions"
            help="A license is good in its own state, so this decides who may see you."
            state={state}
            options={states}
            empty="Choose a state"
            isRequired
          />
          <CheckField name="isMinor" label="The person who needs help is under 18" state={state} />
          <TextField
            name="guardianName"
            label="If so, name of a parent or guardian"
            state={state}
          />
        </fieldset>

        <fieldset>
          <legend>How we may reach you</legend>
          <p className="help">An e-mail address or a phone number is enough.</p>
          <div className="pair">
            <TextField
              name="email"
              label="E-mail"
              type="email"
              state={state}
              autoComplete="email"
            />
            <TextField name="phone" label="Phone" type="tel" state={state} autoComplete="tel" />
          </div>
          <SelectField
            name="contactPreference"
            label="You would rather get"
            state={state}
            options={contactWays}
            empty="No preference"
          />
          <CheckField name="mayLeaveVoicemail" label="You may leave a voicemail" state={state} />
          <CheckField name="mayText" label="You may text me" state={state} />
          <CheckField
            name="mayEmail"
            label="You may e-mail me"
            help="E-mails and texts can be read by others who use your phone or computer. We keep them short."
            state={state}
          />
          <TextField name="bestTimes" label="Good times to reach you" state={state} />
        </fieldset>

        <fieldset>
          <legend>What you are looking for</legend>
          <div className="pair">
            <SelectField
              name="service"
              label="Help with"
              state={state}
              options={services}
              empty="I am not sure yet"
            />
            <SelectField
              name="format"
              label="Sessions"
              state={state}
              options={formatChoices}
              empty="No preference"
            />
          </div>
          <SelectField
            name="payer"
            label="Insurance"
            help="Leave it open if you pay yourself or do not see yours."
            state={state}
            options={payers}
            empty="None, or another one"
          />
          <AreaField
            name="message"
            label="Anything you want us to know"
            help="A few words are enough. Please leave out medical details: we will ask in person."
            state={state}
            rows={4}
          />
          <div className="pair">
            <TextField
              name="language"
              label="Language you prefer"
              state={state}
              autoComplete="language"
            />
            <SelectField
              name="referralSource"
              label="How you found us"
              state={state}
              options={foundThrough}
              empty="Choose if you like"
            />
          </div>
          <TextField
            name="accessNeeds"
            label="What would make it easier to come"
            help="For example an interpreter, step-free access, or a quiet place to wait."
            state={state}
          />
        </fieldset>

        <CheckField name="notEmergency" label="This is not an emergency" state={state} isRequired />
        <button className="button" type="submit" disabled={isSending}>
          {isSending ? 'Sending…' : 'Send'}
        </button>
        <p className="help">We read it and nobody else does. It is kept encrypted.</p>
      </div>
    </form>
  )
}
