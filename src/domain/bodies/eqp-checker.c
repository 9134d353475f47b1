/* eqp-checker.c — keeps the findings of a store true: re-runs the rules when what they read changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-checker"

#include "config.h"

#include "domain/bodies/eqp-checker.h"

#include "domain/eqp-pole.h"
#include "store/eqp-journal.h"

struct _EqpChecker
{
  GObject    parent_instance;
  EqpStore  *store;
  EqpDate    as_of;     /* EQP_DATE_NONE: today */
  gboolean   has_run;   /* the first run waits until somebody asks: listeners are connected by then */
  GPtrArray *snapshots; /* (element-type EqpSnapshot) */
  GPtrArray *findings;  /* (element-type EqpFinding) sorted */
};

G_DEFINE_FINAL_TYPE (EqpChecker, eqp_checker, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_STORE,
  PROP_AS_OF,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  UPDATED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Every table that a snapshot or a rule about the whole file reads. */
static const char *const read_tables[] = {
  "setting",
  "institution",
  "site",
  "person",
  "affiliation",
  "mention",
  "course",
  "course_site",
  "course_component",
  "teaching",
  "enrolment",
  "statute",
  "category",
  "parameter",
  "statute_rule",
  "body",
  "body_mention",
  "body_course",
  "decision",
  "meeting",
  "meeting_item",
  "mandate",
};

/* What was found before stays when the store cannot be read: old findings are better than none. */
static gboolean
run (EqpChecker *self)
{
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  self->has_run = TRUE;
  findings = eqp_check_run (self->store, 0, self->as_of, &snapshots, &error);
  if (findings == NULL)
    {
      g_debug ("Cannot run the rules: %s", error->message);
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return FALSE;
    }
  g_ptr_array_unref (self->snapshots);
  self->snapshots = g_steal_pointer (&snapshots);
  g_ptr_array_unref (self->findings);
  self->findings = g_steal_pointer (&findings);
  return TRUE;
}

static void
run_again (EqpChecker *self)
{
  if (run (self))
    g_signal_emit (self, signals[UPDATED], 0);
}

static void
ensure_run (EqpChecker *self)
{
  if (!self->has_run)
    run (self);
}

static void
changed_cb (EqpChecker   *self,
            EqpChangeSet *changes)
{
  for (guint i = 0; i < G_N_ELEMENTS (read_tables); i++)
    {
      const EqpEntity *entity = eqp_pole_find_entity (read_tables[i]);

      if (entity != NULL && eqp_change_set_touches (changes, entity))
        {
          run_again (self);
          return;
        }
    }
}

static void
eqp_checker_constructed (GObject *object)
{
  EqpChecker *self = EQP_CHECKER (object);

  G_OBJECT_CLASS (eqp_checker_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
eqp_checker_dispose (GObject *object)
{
  EqpChecker *self = EQP_CHECKER (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (eqp_checker_parent_class)->dispose (object);
}

static void
eqp_checker_finalize (GObject *object)
{
  EqpChecker *self = EQP_CHECKER (object);

  g_clear_pointer (&self->snapshots, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (eqp_checker_parent_class)->finalize (object);
}

static void
eqp_checker_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EqpChecker *self = EQP_CHECKER (object);

  switch (prop_id)
    {
    case PROP_AS_OF:
      g_value_set_int (value, self->as_of);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_checker_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  EqpChecker *self = EQP_CHECKER (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_AS_OF:
      eqp_checker_set_as_of (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_checker_class_init (EqpCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = eqp_checker_constructed;
  object_class->dispose = eqp_checker_dispose;
  object_class->finalize = eqp_checker_finalize;
  object_class->get_property = eqp_checker_get_property;
  object_class->set_property = eqp_checker_set_property;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, EQP_TYPE_STORE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_AS_OF] = g_param_spec_int ("as-of", NULL, NULL, EQP_DATE_NONE, G_MAXINT, EQP_DATE_NONE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[UPDATED] = g_signal_new ("updated", EQP_TYPE_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", EQP_TYPE_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
eqp_checker_init (EqpChecker *self)
{
  self->snapshots = g_ptr_array_new ();
  self->findings = g_ptr_array_new ();
}

/**
 * eqp_checker_new:
 * @store: an open store
 *
 * The rules run for the first time when a getter is called, so that "failed" is heard; after that, at once after every
 * change of what they read.
 *
 * Returns: (transfer full): a checker of today's state
 */
EqpChecker *
eqp_checker_new (EqpStore *store)
{
  g_return_val_if_fail (EQP_IS_STORE (store), NULL);

  return g_object_new (EQP_TYPE_CHECKER, "store", store, NULL);
}

/**
 * eqp_checker_get_as_of:
 * @self: a checker
 *
 * Returns: the day on which the rules are evaluated, never %EQP_DATE_NONE
 */
EqpDate
eqp_checker_get_as_of (EqpChecker *self)
{
  g_return_val_if_fail (EQP_IS_CHECKER (self), EQP_DATE_NONE);

  return self->as_of != EQP_DATE_NONE ? self->as_of : eqp_date_today ();
}

/**
 * eqp_checker_is_today:
 * @self: a checker
 *
 * Returns: whether the rules are evaluated on today's date
 */
gboolean
eqp_checker_is_today (EqpChecker *self)
{
  g_return_val_if_fail (EQP_IS_CHECKER (self), TRUE);

  return self->as_of == EQP_DATE_NONE || self->as_of == eqp_date_today ();
}

/**
 * eqp_checker_set_as_of:
 * @self: a checker
 * @as_of: the day, %EQP_DATE_NONE to follow today's date
 *
 * Evaluates the rules on another day, at once.
 */
void
eqp_checker_set_as_of (EqpChecker *self,
                       EqpDate     as_of)
{
  g_return_if_fail (EQP_IS_CHECKER (self));

  if (self->as_of == as_of)
    return;
  self->as_of = as_of;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AS_OF]);
  run_again (self);
}

/**
 * eqp_checker_get_snapshots:
 * @self: a checker
 *
 * Returns: (transfer none) (element-type EqpSnapshot): every body on the day, valid until the next "updated"
 */
GPtrArray *
eqp_checker_get_snapshots (EqpChecker *self)
{
  g_return_val_if_fail (EQP_IS_CHECKER (self), NULL);

  ensure_run (self);
  return self->snapshots;
}

/**
 * eqp_checker_get_snapshot:
 * @self: a checker
 * @body: id of a body
 *
 * Returns: (transfer none) (nullable): the body on the day, %NULL when it does not exist then
 */
EqpSnapshot *
eqp_checker_get_snapshot (EqpChecker *self,
                          gint64      body)
{
  g_return_val_if_fail (EQP_IS_CHECKER (self), NULL);

  ensure_run (self);
  for (guint i = 0; i < self->snapshots->len; i++)
    {
      EqpSnapshot *snapshot = g_ptr_array_index (self->snapshots, i);

      if (snapshot->id == body)
        return snapshot;
    }
  return NULL;
}

/**
 * eqp_checker_get_findings:
 * @self: a checker
 *
 * Returns: (transfer none) (element-type EqpFinding): everything found, sorted, valid until the next "updated"
 */
GPtrArray *
eqp_checker_get_findings (EqpChecker *self)
{
  g_return_val_if_fail (EQP_IS_CHECKER (self), NULL);

  ensure_run (self);
  return self->findings;
}

/**
 * eqp_checker_list_findings:
 * @self: a checker
 * @body: id of a body, 0 for what is about the whole file
 *
 * Returns: (transfer full) (element-type EqpFinding): what was found there, sorted
 */
GPtrArray *
eqp_checker_list_findings (EqpChecker *self,
                           gint64      body)
{
  GPtrArray *list;

  g_return_val_if_fail (EQP_IS_CHECKER (self), NULL);

  ensure_run (self);
  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (self->findings, i);

      if (eqp_finding_get_body_id (finding) == body)
        g_ptr_array_add (list, g_object_ref (finding));
    }
  return list;
}

/**
 * eqp_checker_count:
 * @self: a checker
 * @body: id of a body, 0 for all of them and the file
 * @severity: error, warning or information
 *
 * Returns: how many findings of that severity there are
 */
guint
eqp_checker_count (EqpChecker *self,
                   gint64      body,
                   EqpSeverity severity)
{
  guint count = 0;

  g_return_val_if_fail (EQP_IS_CHECKER (self), 0);

  ensure_run (self);
  for (guint i = 0; i < self->findings->len; i++)
    {
      EqpFinding *finding = g_ptr_array_index (self->findings, i);

      if (eqp_finding_get_severity (finding) == severity && (body == 0 || eqp_finding_get_body_id (finding) == body))
        count++;
    }
  return count;
}
