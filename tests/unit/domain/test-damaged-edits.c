/* test-damaged-edits.c — whatever table is damaged while the file is open, each edit of the domain is done whole or refused with a sentence */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "damaged-file.h"

#include "domain/bodies/eqp-body-edits.h"
#include "domain/bodies/eqp-body.h"
#include "domain/bodies/eqp-meeting-edits.h"
#include "domain/bodies/eqp-meeting.h"
#include "domain/directory/eqp-course.h"
#include "domain/directory/eqp-directory-edits.h"
#include "domain/directory/eqp-person.h"
#include "domain/eqp-record-edits.h"
#include "domain/exchanges/eqp-exchange-edits.h"
#include "domain/exchanges/eqp-intervention.h"
#include "domain/exchanges/eqp-request.h"
#include "domain/procedures/eqp-agenda.h"
#include "tests/test-folder.h"

#define ID(record) eqp_record_get_id (world->record)
#define DAY(iso) eqp_test_date (iso)

static GArray *
new_ids (gint64 id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  return ids;
}

/* ---- bodies ---- */

static gboolean
appoint (World   *world,
         GError **error)
{
  EqpAppointment appointment = { .body = world->body, .person = ID (person), .category = world->guest, .from = DAY ("2026-10-01"), .to = DAY ("2026-10-01"), .meeting = world->meeting };

  return eqp_body_appoint (world->store, &appointment, NULL, NULL, error);
}

static gboolean
replace (World   *world,
         GError **error)
{
  return eqp_body_replace (world->store, world->mandates[0], world->successor, DAY ("2026-11-01"), NULL, error);
}

static gboolean
vacate (World   *world,
        GError **error)
{
  return eqp_body_vacate (world->store, world->mandates[1], DAY ("2026-11-01"), NULL, error);
}

/* One that had not begun by then. */
static gboolean
vacate_before (World   *world,
               GError **error)
{
  return eqp_body_vacate (world->store, world->mandates[1], DAY ("2026-09-01"), NULL, error);
}

static gboolean
set_chair (World   *world,
           GError **error)
{
  return eqp_body_set_chair (world->store, world->mandates[2], NULL, error);
}

/* Takes the function from the one before. */
static gboolean
set_other_chair (World   *world,
                 GError **error)
{
  return eqp_body_set_chair (world->store, world->mandates[0], NULL, error);
}

static gboolean
untie_guest (World   *world,
             GError **error)
{
  return eqp_body_set_meeting (world->store, world->mandates[3], 0, NULL, error);
}

static gboolean
tie_guest (World   *world,
           GError **error)
{
  return eqp_body_set_meeting (world->store, world->mandates[3], world->meeting, NULL, error);
}

static gboolean
save_body (World   *world,
           GError **error)
{
  g_autoptr (EqpRecord) live = eqp_store_get (world->store, &eqp_body_entity, world->body, error);
  g_autoptr (EqpRecord) draft = live != NULL ? eqp_record_dup_draft (live) : NULL;
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) courses = new_ids (ID (course));

  if (draft == NULL)
    return FALSE;
  eqp_record_set_text (draft, EQP_BODY_NAME_FR, "Conseil des mathématiques");
  return eqp_body_save (world->store, draft, mentions, courses, NULL, error);
}

static gboolean
record_annex (World   *world,
              GError **error)
{
  return eqp_bodies_record_annex (world->store, DAY ("2026-11-21"), "RI 2026", NULL, error);
}

static gboolean
record_annex_again (World   *world,
                    GError **error)
{
  return eqp_bodies_record_annex (world->store, DAY ("2026-11-21"), "RI 2026 bis", NULL, error);
}

static gboolean
save_meeting (World   *world,
              GError **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_meeting_entity);

  eqp_record_set_reference (draft, EQP_MEETING_BODY, world->body);
  eqp_record_set_date (draft, EQP_MEETING_DATE, DAY ("2026-11-02"));
  return eqp_meeting_save (world->store, draft, NULL, error);
}

static gboolean
delete_meeting (World   *world,
                GError **error)
{
  return eqp_meeting_delete (world->store, world->meeting, NULL, error);
}

static gboolean
delete_body (World   *world,
             GError **error)
{
  return eqp_body_delete (world->store, world->sub_body, NULL, error);
}

/* ---- people and courses ---- */

static gboolean
save_person (World   *world,
             GError **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (world->person);
  EqpHome home = { .institution = ID (institution), .side = "other", .from = DAY ("2026-11-01") };

  eqp_record_set_text (draft, EQP_PERSON_FAMILY_NAME, "Aubrac-Lenoir");
  return eqp_person_save (world->store, draft, &home, NULL, error);
}

static gboolean
delete_person (World   *world,
               GError **error)
{
  return eqp_person_delete (world->store, world->idle_person, NULL, error);
}

static gboolean
save_course (World   *world,
             GError **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (world->course);
  g_autoptr (GArray) sites = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) components = new_ids (ID (institution));

  eqp_record_set_text (draft, EQP_COURSE_NAME_FR, "Parcours premier");
  return eqp_course_save (world->store, draft, sites, components, NULL, error);
}

static gboolean
delete_course (World   *world,
               GError **error)
{
  return eqp_course_delete (world->store, world->idle_course, NULL, error);
}

static gboolean
set_setting (World   *world,
             GError **error)
{
  return eqp_pole_set_setting (world->store, EQP_SETTING_POLE_NAME, "Pôle de Valmont", error);
}

/* ---- the ledger ---- */

static EqpRecord *
new_line (World      *world,
          const char *date)
{
  EqpRecord *draft = eqp_record_new (&eqp_intervention_entity);

  eqp_record_set_date (draft, EQP_INTERVENTION_DATE, DAY (date));
  eqp_record_set_reference (draft, EQP_INTERVENTION_PERSON, ID (person));
  eqp_record_set_text (draft, EQP_INTERVENTION_TRAINING, "FC");
  eqp_record_set_integer (draft, EQP_INTERVENTION_DONE, 60);
  return draft;
}

static gboolean
save_line (World   *world,
           GError **error)
{
  g_autoptr (EqpRecord) draft = new_line (world, "2026-11-02");

  return eqp_ledger_save (world->store, draft, NULL, error);
}

static gboolean
save_lines (World   *world,
            GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (drafts, new_line (world, "2026-11-03"));
  g_ptr_array_add (drafts, new_line (world, "2026-11-04"));
  return eqp_ledger_save_all (world->store, drafts, NULL, error);
}

static gboolean
override_line (World   *world,
               GError **error)
{
  return eqp_ledger_override (world->store, world->line, "Deux groupes", NULL, error);
}

static gboolean
certify (World   *world,
         GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  g_ptr_array_add (lines, world->line);
  return eqp_ledger_certify (world->store, lines, NULL, error);
}

static gboolean
correct (World   *world,
         GError **error)
{
  return eqp_ledger_correct (world->store, world->certified, 30, DAY ("2026-11-05"), "Une demi-heure de trop", NULL, error);
}

static gboolean
delete_line (World   *world,
             GError **error)
{
  return eqp_ledger_delete (world->store, world->idle_line, NULL, error);
}

static gboolean
close_year (World   *world,
            GError **error)
{
  return eqp_year_close (world->store, 2025, DAY ("2026-11-20"), NULL, error);
}

static gboolean
reopen_year (World   *world,
             GError **error)
{
  return eqp_year_reopen (world->store, 2025, NULL, error);
}

static gboolean
reopen_year_before (World   *world,
                    GError **error)
{
  return eqp_year_reopen (world->store, 2024, NULL, error);
}

/* ---- requests ---- */

static gboolean
save_request (World   *world,
              GError **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_new (&eqp_request_entity);

  eqp_record_set_text (draft, EQP_REQUEST_TRAINING, "FI");
  eqp_record_set_text (draft, EQP_REQUEST_SUBJECT, "Tutorat");
  return eqp_request_save (world->store, draft, NULL, error);
}

static gboolean
assign (World   *world,
        GError **error)
{
  EqpShareOfRequest shares[] = { { world->successor, 60, EQP_DATE_NONE }, { ID (person), 60, DAY ("2026-12-08") } };

  return eqp_request_assign (world->store, world->request, shares, G_N_ELEMENTS (shares), NULL, error);
}

static gboolean
route (World   *world,
       GError **error)
{
  g_autoptr (EqpRecord) draft = eqp_record_dup_draft (world->idle_request);

  eqp_record_set_text (draft, EQP_REQUEST_ROUTE, "direct");
  return eqp_request_route (world->store, draft, DAY ("2026-11-20"), NULL, error);
}

static gboolean
move_back (World   *world,
           GError **error)
{
  return eqp_request_move (world->store, world->idle_request, 0, DAY ("2026-11-20"), NULL, NULL, error);
}

static gboolean
refuse (World   *world,
        GError **error)
{
  return eqp_request_move (world->store, world->idle_request, EQP_REQUEST_N_STATES - 1, DAY ("2026-11-20"), "Hors du champ", NULL, error);
}

static gboolean
delete_request (World   *world,
                GError **error)
{
  return eqp_request_delete (world->store, world->idle_request, NULL, error);
}

static gboolean
waive_step (EqpStore *store,
            gpointer  user_data,
            GError  **error)
{
  return eqp_procedure_record (store, eqp_record_get_id (user_data), "routed", EQP_DATE_NONE, 0, NULL, "Sans objet", error) &&
         eqp_procedure_record (store, eqp_record_get_id (user_data), "qualified", EQP_DATE_NONE, 0, NULL, NULL, error);
}

static gboolean
record_steps (World   *world,
              GError **error)
{
  return eqp_edit_run (world->store, eqp_message_new ("Recorded the steps"), waive_step, world->request, NULL, error);
}

/* In this order: some need what those before did, and the rows deleted are not missed. */
static const DamagedDoing edits[] = {
  { "appoint", appoint },
  { "set chair", set_chair },
  { "set other chair", set_other_chair },
  { "untie guest", untie_guest },
  { "tie guest", tie_guest },
  { "replace", replace },
  { "vacate", vacate },
  { "vacate before", vacate_before },
  { "save body", save_body },
  { "record annex", record_annex },
  { "record annex again", record_annex_again },
  { "save meeting", save_meeting },
  { "delete meeting", delete_meeting },
  { "delete body", delete_body },
  { "save person", save_person },
  { "save course", save_course },
  { "set setting", set_setting },
  { "save line", save_line },
  { "save lines", save_lines },
  { "override line", override_line },
  { "certify", certify },
  { "correct", correct },
  { "delete line", delete_line },
  { "close year", close_year },
  { "reopen year", reopen_year },
  { "reopen year before", reopen_year_before },
  { "save request", save_request },
  { "assign", assign },
  { "route", route },
  { "record steps", record_steps },
  { "move back", move_back },
  { "refuse", refuse },
  { "delete request", delete_request },
  { "delete course", delete_course },
  { "delete person", delete_person },
};

static void
test_edits (void)
{
  damaged_try_all (edits, G_N_ELEMENTS (edits));
}

int
main (int   argc,
      char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/damaged/edits", test_edits);
  return g_test_run ();
}
