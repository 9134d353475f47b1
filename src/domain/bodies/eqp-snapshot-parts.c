/* eqp-snapshot-parts.c — what a snapshot is made of: making, ordering and freeing it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-snapshot"

#include "config.h"

#include "domain/bodies/eqp-snapshot-private.h"

static void
category_free (gpointer data)
{
  EqpSnapshotCategory *category = data;

  g_free (category->code);
  g_free (category->name_fr);
  g_free (category->name_en);
  g_free (category);
}

static void
seat_free (gpointer data)
{
  EqpSeat *seat = data;

  g_free (seat->person_code);
  g_free (seat->civility);
  g_free (seat->given_name);
  g_free (seat->family_name);
  g_free (seat->corps);
  g_free (seat->institution_code);
  g_free (seat->institution_name);
  g_free (seat->institution_short);
  g_free (seat->institution_kind);
  g_free (seat);
}

static void
mention_free (gpointer data)
{
  EqpSnapshotMention *mention = data;

  g_free (mention->code);
  g_free (mention->name_fr);
  g_free (mention->name_en);
  g_free (mention);
}

static void
course_free (gpointer data)
{
  EqpSnapshotCourse *course = data;

  g_free (course->code);
  g_free (course->name_fr);
  g_free (course->name_en);
  g_array_unref (course->sites);
  g_array_unref (course->components);
  g_hash_table_unref (course->teachers);
  g_hash_table_unref (course->students);
  g_free (course);
}

static void
place_free (gpointer data)
{
  EqpSnapshotPlace *place = data;

  g_free (place->code);
  g_free (place->name);
  g_free (place);
}

static void
decision_free (gpointer data)
{
  EqpSnapshotDecision *decision = data;

  g_free (decision->reference);
  g_free (decision->signatory);
  g_free (decision);
}

static void
sub_body_free (gpointer data)
{
  EqpSnapshotSubBody *sub_body = data;

  g_free (sub_body->code);
  g_free (sub_body);
}

static void
item_free (gpointer data)
{
  EqpSnapshotItem *item = data;

  g_free (item->title);
  g_free (item->advice_to);
  g_free (item);
}

static void
meeting_free (gpointer data)
{
  EqpSnapshotMeeting *meeting = data;

  g_free (meeting->code);
  g_free (meeting->title);
  g_ptr_array_unref (meeting->items);
  g_free (meeting);
}

static void
parameter_free (gpointer data)
{
  EqpSnapshotParameter *parameter = data;

  g_free (parameter->name);
  g_free (parameter->value);
  g_free (parameter->source);
  g_free (parameter);
}

static void
rule_free (gpointer data)
{
  EqpSnapshotRule *rule = data;

  g_free (rule->rule);
  g_free (rule->source);
  g_free (rule);
}

void
_eqp_snapshot_clear (gpointer data)
{
  EqpSnapshot *self = data;

  g_free (self->code);
  g_free (self->degree);
  g_free (self->name_fr);
  g_free (self->name_en);
  g_free (self->site_name);
  g_free (self->statute_code);
  g_free (self->statute_name_fr);
  g_free (self->statute_name_en);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->seats);
  g_ptr_array_unref (self->mentions);
  g_ptr_array_unref (self->courses);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->decisions);
  g_ptr_array_unref (self->sub_bodies);
  g_ptr_array_unref (self->parameters);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->meetings);
}

EqpSnapshot *
_eqp_snapshot_new (void)
{
  EqpSnapshot *self = g_atomic_rc_box_new0 (EqpSnapshot);

  self->code = g_strdup ("");
  self->degree = g_strdup ("");
  self->name_fr = g_strdup ("");
  self->name_en = g_strdup ("");
  self->site_name = g_strdup ("");
  self->statute_code = g_strdup ("");
  self->statute_name_fr = g_strdup ("");
  self->statute_name_en = g_strdup ("");
  self->categories = _eqp_snapshot_categories_new ();
  self->seats = g_ptr_array_new_with_free_func (seat_free);
  self->mentions = g_ptr_array_new_with_free_func (mention_free);
  self->courses = g_ptr_array_new_with_free_func (course_free);
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->decisions = g_ptr_array_new_with_free_func (decision_free);
  self->sub_bodies = g_ptr_array_new_with_free_func (sub_body_free);
  self->parameters = _eqp_snapshot_parameters_new ();
  self->rules = _eqp_snapshot_rules_new ();
  self->meetings = g_ptr_array_new_with_free_func (meeting_free);
  return self;
}

GPtrArray *
_eqp_snapshot_categories_new (void)
{
  return g_ptr_array_new_with_free_func (category_free);
}

GPtrArray *
_eqp_snapshot_parameters_new (void)
{
  return g_ptr_array_new_with_free_func (parameter_free);
}

GPtrArray *
_eqp_snapshot_rules_new (void)
{
  return g_ptr_array_new_with_free_func (rule_free);
}

EqpSnapshotMeeting *
_eqp_snapshot_meeting_new (void)
{
  EqpSnapshotMeeting *meeting = g_new0 (EqpSnapshotMeeting, 1);

  meeting->items = g_ptr_array_new_with_free_func (item_free);
  return meeting;
}

EqpSnapshotCourse *
_eqp_snapshot_course_new (void)
{
  EqpSnapshotCourse *course = g_new0 (EqpSnapshotCourse, 1);

  course->sites = g_array_new (FALSE, FALSE, sizeof (gint64));
  course->components = g_array_new (FALSE, FALSE, sizeof (gint64));
  course->teachers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  course->students = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return course;
}

void
_eqp_snapshot_add_place (EqpSnapshot *self,
                         gint64       id,
                         const char  *code,
                         const char  *name)
{
  EqpSnapshotPlace *place;

  for (guint i = 0; i < self->places->len; i++)
    {
      place = self->places->pdata[i];
      if (place->id == id)
        return;
    }
  place = g_new0 (EqpSnapshotPlace, 1);
  place->id = id;
  place->code = g_strdup (code);
  place->name = g_strdup (name);
  g_ptr_array_add (self->places, place);
}

/* By category, then the chair, then by name; the mandate's id settles ties, so that two prints are alike. */
static int
compare_seats (gconstpointer a,
               gconstpointer b)
{
  const EqpSeat *x = *(const EqpSeat *const *)a;
  const EqpSeat *y = *(const EqpSeat *const *)b;
  int            order;

  if (x->category != y->category)
    return x->category < y->category ? -1 : 1;
  if ((x->function == EQP_FUNCTION_CHAIR) != (y->function == EQP_FUNCTION_CHAIR))
    return x->function == EQP_FUNCTION_CHAIR ? -1 : 1;
  order = eqp_collate (x->family_name, y->family_name);
  if (order == 0)
    order = eqp_collate (x->given_name, y->given_name);
  if (order == 0)
    order = x->mandate < y->mandate ? -1 : x->mandate > y->mandate;
  return order;
}

void
_eqp_snapshot_sort_seats (EqpSnapshot *self)
{
  g_ptr_array_sort (self->seats, compare_seats);
}

/**
 * eqp_side_from_code:
 * @code: (nullable): "university", "rectorat", "other", as stored
 *
 * Returns: the side; #EQP_SIDE_NONE for anything else
 */
EqpSide
eqp_side_from_code (const char *code)
{
  if (g_strcmp0 (code, "university") == 0)
    return EQP_SIDE_UNIVERSITY;
  if (g_strcmp0 (code, "rectorat") == 0)
    return EQP_SIDE_RECTORAT;
  return g_strcmp0 (code, "other") == 0 ? EQP_SIDE_OTHER : EQP_SIDE_NONE;
}

EqpFunction
_eqp_function_from_code (const char *code)
{
  if (g_strcmp0 (code, "chair") == 0)
    return EQP_FUNCTION_CHAIR;
  return g_strcmp0 (code, "secretary") == 0 ? EQP_FUNCTION_SECRETARY : EQP_FUNCTION_NONE;
}
