import { DayCell as DayCell_e6d17eeaf2ec366fc140e1c5ad64e50c } from '../../../components/admin/fields/DayCell'
import { DayField as DayField_f2ef4e11c13684a6db49d7028dae7d11 } from '../../../components/admin/fields/DayField'
import { InstantCell as InstantCell_bb6f6a3a1ce102bc29669b5727aac2c3 } from '../../../components/admin/fields/InstantCell'
import { SourceCell as SourceCell_556f6b7a9173e0f60eb0a61a2a05587c } from '../../../components/admin/fields/SourceCell'
import { ListSearch as ListSearch_0429ab5680754f5a9e21e4c64232f200 } from '../../../components/admin/listSearch/ListSearch'
import { ListFilters as ListFilters_b7f99ccd0c2cacc8bff93a3781337e44 } from '../../../components/admin/listFilters/ListFilters'
import { ExportList as ExportList_58c225a6b8a8c6c363b06066ed41aeee } from '../../../components/admin/listExport/ExportList'
import { ActionBar as ActionBar_4a8d604ce0d6df0bc47b61ccafe16067 } from '../../../components/admin/actions/ActionBar'
import { ListPage as ListPage_75291dcf0a88ea1e6defc9d0582c5d95 } from '../../../components/admin/listSearch/ListPage'
import { MoneyCell as MoneyCell_e592eb268a804e156fa6e90d1464aa91 } from '../../../components/admin/fields/MoneyCell'
import { MoneyField as MoneyField_b0b0b92d8e02503ce437358a6437300f } from '../../../components/admin/fields/MoneyField'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WeekHoursCell as WeekHoursCell_88b8936cf946d67b05d221d5db63e1ad } from '../../../components/admin/fields/WeekHoursCell'
import { WeekHoursField as WeekHoursField_561889dfcf87016242e2a48df4194a77 } from '../../../components/admin/fields/WeekHoursField'
import { SkipMenu as SkipMenu_2a895fb54d2a049d8a10ac08cdc76e2a } from '../../../components/admin/page/SkipMenu'
import { Notices as Notices_982804d1e630cb7c6741a3bf26e93f5d } from '../../../components/admin/page/Notices'
import { EmergencyBanner as EmergencyBanner_19df82f3d52b2192c0e0b46e9f2fb1b7 } from '../../../components/admin/emergency/EmergencyBanner'
import { Icon as Icon_da4f7e8a6c72793056168c73c78f997f } from '../../../components/admin/graphics/Logo'
import { Logo as Logo_da4f7e8a6c72793056168c73c78f997f } from '../../../components/admin/graphics/Logo'
import { HeaderNav as HeaderNav_575103e3b6965c26ed6e48343f110022 } from '../../../components/admin/page/WorkNav'
import { GlobalSearch as GlobalSearch_8b29140804d287dc430615a3bf0c8560 } from '../../../components/admin/search/GlobalSearch'
import { LoginForm as LoginForm_f8512b8dfa10f2934c43ed5bf44f0b22 } from '../../../components/admin/LoginForm'
import { WorkNav as WorkNav_575103e3b6965c26ed6e48343f110022 } from '../../../components/admin/page/WorkNav'
import { PracticeProvider as PracticeProvider_2c7078db1ee12143b278e0061b170983 } from '../../../components/admin/PracticeProvider'
import { SessionKeeper as SessionKeeper_4d0f4815f87c08872899516a035e47c7 } from '../../../components/admin/session/SessionKeeper'
import { FocusKeeper as FocusKeeper_292248552fd82b6f8c6a46d47a0815c6 } from '../../../components/focus/FocusKeeper'
import { Home as Home_03a7fd852cd40b5be6d27d615be3b14a } from '../../../components/admin/home/Home'
import { CalendarView as CalendarView_0325bf97f6acd11c388bc4d9371b2905 } from '../../../components/admin/calendar/CalendarView'
import { PatientView as PatientView_8031d650dbfc2d941dd96360a4e6e8db } from '../../../components/admin/patient/PatientView'
import { NoteView as NoteView_f348f45e31371adb8240aa8f332b5601 } from '../../../components/admin/note/NoteView'
import { IntakeView as IntakeView_c84128f411ca3d220cfecec1fe251d0d } from '../../../components/admin/intake/IntakeView'
import { ClaimBoard as ClaimBoard_880ede40b17b7dc638507cf32ebef30e } from '../../../components/admin/claims/ClaimBoard'
import { AgingView as AgingView_0182fd16eaed25331da74a7a9d210b90 } from '../../../components/admin/claims/AgingView'
import { RemittanceView as RemittanceView_2ce4d620085f90f448fb9baf6fd9eac2 } from '../../../components/admin/remittances/RemittanceView'
import { AmendmentsView as AmendmentsView_a92e141d91d8a31d9c8f196fb34c0d7e } from '../../../components/admin/amendments/AmendmentsView'
import { RequestsView as RequestsView_8473b0d7c8c57a4784794b0f1840660e } from '../../../components/admin/requests/RequestsView'
import { RetentionView as RetentionView_080eda3767d0e0003bd41344a919fd5d } from '../../../components/admin/retention/RetentionView'
import { RuleBook as RuleBook_3e2f7f0dda3f9b42c8beb6639f5f42a3 } from '../../../components/admin/rules/RuleBook'
import { ImportView as ImportView_ea41a9e361f41b0b62391e2b5d51254f } from '../../../components/admin/imports/ImportView'
import { InquiryBoard as InquiryBoard_0bd31752e61fff5e5b89b41a2727d029 } from '../../../components/admin/board/InquiryBoard'
import { AccessLog as AccessLog_7731c2e70387cabf5e455dde80aceb73 } from '../../../components/admin/audit/AccessLog'
import { ApiClientsView as ApiClientsView_3e6ceed3ced145817b9d1ac9700eeb39 } from '../../../components/admin/clients/ApiClientsView'
import { WebhooksView as WebhooksView_285efcd4eb470507a2f954e6edbe3f37 } from '../../../components/admin/webhooks/WebhooksView'
import { LeavingView as LeavingView_6a1d2b1232558c091a16d27b7860f5f9 } from '../../../components/admin/leaving/LeavingView'
import { RolesView as RolesView_ea29bae2ccdddeabbd121cc8ed2c80da } from '../../../components/admin/roles/RolesView'
import { EncryptionView as EncryptionView_8f7c3105f50421be61031b33f89e28c4 } from '../../../components/admin/keys/EncryptionView'
import { WordsView as WordsView_3e8f53d6e6ffd888c247f5fb3080a97b } from '../../../components/admin/words/WordsView'
import { EmergencyView as EmergencyView_644ca1185e5c11330912bf1f944f94e2 } from '../../../components/admin/emergency/EmergencyView'
import { SetupView as SetupView_bbbd4302ba19bba0e0606ece37fb05dc } from '../../../components/admin/setup/SetupView'
import { SignInView as SignInView_454032617c6aa5b51fdeffcdbb8cfce9 } from '../../../components/admin/signIn/SignInView'
import { TrustView as TrustView_16174752fbad03f8178a20d57c06a888 } from '../../../components/admin/trust/TrustView'
import { WhoCanSee as WhoCanSee_e8aef330445bbd2d230da61756ea15e7 } from '../../../components/admin/access/WhoCanSee'
import { MarketingView as MarketingView_30c3d2e574e400e610117a4b94ef57d5 } from '../../../components/admin/marketing/MarketingView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/components/admin/fields/DayCell#DayCell": DayCell_e6d17eeaf2ec366fc140e1c5ad64e50c,
  "/components/admin/fields/DayField#DayField": DayField_f2ef4e11c13684a6db49d7028dae7d11,
  "/components/admin/fields/InstantCell#InstantCell": InstantCell_bb6f6a3a1ce102bc29669b5727aac2c3,
  "/components/admin/fields/SourceCell#SourceCell": SourceCell_556f6b7a9173e0f60eb0a61a2a05587c,
  "/components/admin/listSearch/ListSearch#ListSearch": ListSearch_0429ab5680754f5a9e21e4c64232f200,
  "/components/admin/listFilters/ListFilters#ListFilters": ListFilters_b7f99ccd0c2cacc8bff93a3781337e44,
  "/components/admin/listExport/ExportList#ExportList": ExportList_58c225a6b8a8c6c363b06066ed41aeee,
  "/components/admin/actions/ActionBar#ActionBar": ActionBar_4a8d604ce0d6df0bc47b61ccafe16067,
  "/components/admin/listSearch/ListPage#ListPage": ListPage_75291dcf0a88ea1e6defc9d0582c5d95,
  "/components/admin/fields/MoneyCell#MoneyCell": MoneyCell_e592eb268a804e156fa6e90d1464aa91,
  "/components/admin/fields/MoneyField#MoneyField": MoneyField_b0b0b92d8e02503ce437358a6437300f,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/components/admin/fields/WeekHoursCell#WeekHoursCell": WeekHoursCell_88b8936cf946d67b05d221d5db63e1ad,
  "/components/admin/fields/WeekHoursField#WeekHoursField": WeekHoursField_561889dfcf87016242e2a48df4194a77,
  "/components/admin/page/SkipMenu#SkipMenu": SkipMenu_2a895fb54d2a049d8a10ac08cdc76e2a,
  "/components/admin/page/Notices#Notices": Notices_982804d1e630cb7c6741a3bf26e93f5d,
  "/components/admin/emergency/EmergencyBanner#EmergencyBanner": EmergencyBanner_19df82f3d52b2192c0e0b46e9f2fb1b7,
  "/components/admin/graphics/Logo#Icon": Icon_da4f7e8a6c72793056168c73c78f997f,
  "/components/admin/graphics/Logo#Logo": Logo_da4f7e8a6c72793056168c73c78f997f,
  "/components/admin/page/WorkNav#HeaderNav": HeaderNav_575103e3b6965c26ed6e48343f110022,
  "/components/admin/search/GlobalSearch#GlobalSearch": GlobalSearch_8b29140804d287dc430615a3bf0c8560,
  "/components/admin/LoginForm#LoginForm": LoginForm_f8512b8dfa10f2934c43ed5bf44f0b22,
  "/components/admin/page/WorkNav#WorkNav": WorkNav_575103e3b6965c26ed6e48343f110022,
  "/components/admin/PracticeProvider#PracticeProvider": PracticeProvider_2c7078db1ee12143b278e0061b170983,
  "/components/admin/session/SessionKeeper#SessionKeeper": SessionKeeper_4d0f4815f87c08872899516a035e47c7,
  "/components/focus/FocusKeeper#FocusKeeper": FocusKeeper_292248552fd82b6f8c6a46d47a0815c6,
  "/components/admin/home/Home#Home": Home_03a7fd852cd40b5be6d27d615be3b14a,
  "/components/admin/calendar/CalendarView#CalendarView": CalendarView_0325bf97f6acd11c388bc4d9371b2905,
  "/components/admin/patient/PatientView#PatientView": PatientView_8031d650dbfc2d941dd96360a4e6e8db,
  "/components/admin/note/NoteView#NoteView": NoteView_f348f45e31371adb8240aa8f332b5601,
  "/components/admin/intake/IntakeView#IntakeView": IntakeView_c84128f411ca3d220cfecec1fe251d0d,
  "/components/admin/claims/ClaimBoard#ClaimBoard": ClaimBoard_880ede40b17b7dc638507cf32ebef30e,
  "/components/admin/claims/AgingView#AgingView": AgingView_0182fd16eaed25331da74a7a9d210b90,
  "/components/admin/remittances/RemittanceView#RemittanceView": RemittanceView_2ce4d620085f90f448fb9baf6fd9eac2,
  "/components/admin/amendments/AmendmentsView#AmendmentsView": AmendmentsView_a92e141d91d8a31d9c8f196fb34c0d7e,
  "/components/admin/requests/RequestsView#RequestsView": RequestsView_8473b0d7c8c57a4784794b0f1840660e,
  "/components/admin/retention/RetentionView#RetentionView": RetentionView_080eda3767d0e0003bd41344a919fd5d,
  "/components/admin/rules/RuleBook#RuleBook": RuleBook_3e2f7f0dda3f9b42c8beb6639f5f42a3,
  "/components/admin/imports/ImportView#ImportView": ImportView_ea41a9e361f41b0b62391e2b5d51254f,
  "/components/admin/board/InquiryBoard#InquiryBoard": InquiryBoard_0bd31752e61fff5e5b89b41a2727d029,
  "/components/admin/audit/AccessLog#AccessLog": AccessLog_7731c2e70387cabf5e455dde80aceb73,
  "/components/admin/clients/ApiClientsView#ApiClientsView": ApiClientsView_3e6ceed3ced145817b9d1ac9700eeb39,
  "/components/admin/webhooks/WebhooksView#WebhooksView": WebhooksView_285efcd4eb470507a2f954e6edbe3f37,
  "/components/admin/leaving/LeavingView#LeavingView": LeavingView_6a1d2b1232558c091a16d27b7860f5f9,
  "/components/admin/roles/RolesView#RolesView": RolesView_ea29bae2ccdddeabbd121cc8ed2c80da,
  "/components/admin/keys/EncryptionView#EncryptionView": EncryptionView_8f7c3105f50421be61031b33f89e28c4,
  "/components/admin/words/WordsView#WordsView": WordsView_3e8f53d6e6ffd888c247f5fb3080a97b,
  "/components/admin/emergency/EmergencyView#EmergencyView": EmergencyView_644ca1185e5c11330912bf1f944f94e2,
  "/components/admin/setup/SetupView#SetupView": SetupView_bbbd4302ba19bba0e0606ece37fb05dc,
  "/components/admin/signIn/SignInView#SignInView": SignInView_454032617c6aa5b51fdeffcdbb8cfce9,
  "/components/admin/trust/TrustView#TrustView": TrustView_16174752fbad03f8178a20d57c06a888,
  "/components/admin/access/WhoCanSee#WhoCanSee": WhoCanSee_e8aef330445bbd2d230da61756ea15e7,
  "/components/admin/marketing/MarketingView#MarketingView": MarketingView_30c3d2e574e400e610117a4b94ef57d5,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
