import type { Config } from 'payload'

/** The generated admin, made to fit: our look, our sign-in form, no request to anybody else. */
export const adminSettings = (baseDir: string): NonNullable<Config['admin']> => ({
  user: 'staff',
  avatar: 'default',
  theme: 'all',
  dateFormat: 'EEE, MMM d, yyyy, h:mm a',
  meta: {
    titleSuffix: ' · Therapy Ops',
    robots: 'noindex, nofollow',
    defaultOGImageType: 'off',
    icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/mark.svg' }],
    description: 'Practice administration',
    openGraph: { siteName: 'Therapy Ops', description: 'Practice administration' },
  },
  importMap: { baseDir },
  components: {
    actions: [
      '/components/admin/page/WorkNav#HeaderNav',
      '/components/admin/search/GlobalSearch#GlobalSearch',
    ],
    beforeNavLinks: ['/components/admin/page/WorkNav#WorkNav'],
    afterLogin: ['/components/admin/LoginForm#LoginForm'],
    graphics: {
      Icon: '/components/admin/graphics/Logo#Icon',
      Logo: '/components/admin/graphics/Logo#Logo',
    },
    header: [
      '/components/admin/page/SkipMenu#SkipMenu',
      '/components/admin/page/Notices#Notices',
      '/components/admin/emergency/EmergencyBanner#EmergencyBanner',
    ],
    providers: [
      '/components/admin/PracticeProvider#PracticeProvider',
      '/components/admin/session/SessionKeeper#SessionKeeper',
      '/components/focus/FocusKeeper#FocusKeeper',
    ],
    views: {
      dashboard: { Component: '/components/admin/home/Home#Home' },
      calendar: {
        Component: '/components/admin/calendar/CalendarView#CalendarView',
        path: '/calendar',
        meta: { title: 'Calendar' },
      },
      patient: {
        Component: '/components/admin/patient/PatientView#PatientView',
        path: '/patient/:id',
        meta: { title: 'Chart' },
      },
      note: {
        Component: '/components/admin/note/NoteView#NoteView',
        path: '/note/:id',
        meta: { title: 'Progress note' },
      },
      intake: {
        Component: '/components/admin/intake/IntakeView#IntakeView',
        path: '/intake/:id',
        meta: { title: 'Intake assessment' },
      },
      claimBoard: {
        Component: '/components/admin/claims/ClaimBoard#ClaimBoard',
        path: '/claim-board',
        meta: { title: 'Claims' },
      },
      aging: {
        Component: '/components/admin/claims/AgingView#AgingView',
        path: '/aging',
        meta: { title: 'Aging' },
      },
      remittances: {
        Component: '/components/admin/remittances/RemittanceView#RemittanceView',
        path: '/remittances-post',
        meta: { title: 'Remittances' },
      },
      amendments: {
        Component: '/components/admin/amendments/AmendmentsView#AmendmentsView',
        path: '/amendments',
        meta: { title: 'Changes asked for' },
      },
      requests: {
        Component: '/components/admin/requests/RequestsView#RequestsView',
        path: '/records-requests',
        meta: { title: 'Requests for records' },
      },
      retention: {
        Component: '/components/admin/retention/RetentionView#RetentionView',
        path: '/retention',
        meta: { title: 'Retention' },
      },
      ruleBook: {
        Component: '/components/admin/rules/RuleBook#RuleBook',
        path: '/rule-book',
        meta: { title: 'Rules' },
      },
      imports: {
        Component: '/components/admin/imports/ImportView#ImportView',
        path: '/import',
        meta: { title: 'Import' },
      },
      inquiryBoard: {
        Component: '/components/admin/board/InquiryBoard#InquiryBoard',
        path: '/inquiry-board',
        meta: { title: 'Inquiries' },
      },
      accessLog: {
        Component: '/components/admin/audit/AccessLog#AccessLog',
        path: '/access-log',
        meta: { title: 'Access log' },
      },
      apiClients: {
        Component: '/components/admin/clients/ApiClientsView#ApiClientsView',
        path: '/api-clients',
        meta: { title: 'API clients' },
      },
      webhooks: {
        Component: '/components/admin/webhooks/WebhooksView#WebhooksView',
        path: '/webhooks',
        meta: { title: 'Webhooks' },
      },
      leaving: {
        Component: '/components/admin/leaving/LeavingView#LeavingView',
        path: '/leaving/:id',
        meta: { title: 'Somebody leaves' },
      },
      roles: {
        Component: '/components/admin/roles/RolesView#RolesView',
        path: '/roles',
        meta: { title: 'Roles' },
      },
      encryption: {
        Component: '/components/admin/keys/EncryptionView#EncryptionView',
        path: '/encryption',
        meta: { title: 'Encryption' },
      },
      findWords: {
        Component: '/components/admin/words/WordsView#WordsView',
        path: '/find-words',
        meta: { title: 'Find words' },
      },
      emergency: {
        Component: '/components/admin/emergency/EmergencyView#EmergencyView',
        path: '/emergency-access',
        meta: { title: 'Emergency access' },
      },
      setup: {
        Component: '/components/admin/setup/SetupView#SetupView',
        path: '/setup',
        meta: { title: 'Starting your practice' },
      },
      signIn: {
        Component: '/components/admin/signIn/SignInView#SignInView',
        path: '/signing-in',
        meta: { title: 'Signing in' },
      },
      trust: {
        Component: '/components/admin/trust/TrustView#TrustView',
        path: '/trust',
        meta: { title: 'Trust center' },
      },
      whoCanSee: {
        Component: '/components/admin/access/WhoCanSee#WhoCanSee',
        path: '/who-can-see',
        meta: { title: 'Who can see what' },
      },
      marketing: {
        Component: '/components/admin/marketing/MarketingView#MarketingView',
        path: '/marketing',
        meta: { title: 'Marketing' },
      },
    },
  },
})
