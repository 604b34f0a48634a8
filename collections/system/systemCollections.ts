import type { CollectionConfig } from 'payload'
import { AccessReviewLines } from './AccessReviewLines'
import { AccessReviews } from './AccessReviews'
import { AuditCheckpoints } from './AuditCheckpoints'
import { AuditEvents } from './AuditEvents'
import { AuditSubjects } from './AuditSubjects'
import { AuditVerifications } from './AuditVerifications'
import { AuthFactors } from './AuthFactors'
import { AuthSessions } from './AuthSessions'
import { AuthTokens } from './AuthTokens'
import { ApiClients } from './apiClients/ApiClients'
import { ApiKeys } from './apiClients/ApiKeys'
import { DataKeys } from './DataKeys'
import { BreakGlassGrants } from './emergency/BreakGlassGrants'
import { ExternalIds } from './externalIds/ExternalIds'
import { IdempotencyKeys } from './IdempotencyKeys'
import { ImportLines } from './imports/ImportLines'
import { ImportRuns } from './imports/ImportRuns'
import { JobRuns } from './JobRuns'
import { KeptSearches } from './KeptSearches'
import { KeyRotations } from './keyRotation/KeyRotations'
import { Outbox } from './Outbox'
import { Overrides } from './Overrides'
import { PortalUsers } from './PortalUsers'
import { RecoveryCodes } from './RecoveryCodes'
import { RemovedRecords } from './RemovedRecords'
import { Tasks } from './Tasks'
import { WebhookDeliveries } from './webhooks/WebhookDeliveries'
import { Webhooks } from './webhooks/Webhooks'

export const systemCollections: CollectionConfig[] = [
  Tasks,
  Outbox,
  Overrides,
  PortalUsers,
  ApiClients,
  ApiKeys,
  ExternalIds,
  RemovedRecords,
  Webhooks,
  WebhookDeliveries,
  ImportRuns,
  ImportLines,
  AuditEvents,
  AuditCheckpoints,
  AuditSubjects,
  AuditVerifications,
  AccessReviews,
  AccessReviewLines,
  BreakGlassGrants,
  AuthFactors,
  AuthSessions,
  AuthTokens,
  RecoveryCodes,
  IdempotencyKeys,
  DataKeys,
  KeyRotations,
  JobRuns,
  KeptSearches,
]
