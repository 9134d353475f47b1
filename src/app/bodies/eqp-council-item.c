/* eqp-council-item.c — a council as a list shows it: number, name, members, status */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-council-item"

#include "config.h"

#include "app/bodies/eqp-council-item.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-finding-row.h"
#include "base/eqp-utils.h"

struct _EqpCouncilItem
{
  GObject parent_instance;

  gint64      id;
  char       *code;
  char       *number;
  char       *name;
  char       *members;
  char       *status;
  EqpSeverity severity;
  int         indent;
};

G_DEFINE_FINAL_TYPE (EqpCouncilItem, eqp_council_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CODE,
  PROP_NUMBER,
  PROP_NAME,
  PROP_MEMBERS,
  PROP_STATUS,
  PROP_ICON_NAME,
  PROP_CSS_CLASSES,
  PROP_INDENT,
  PROP_FAULTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const css_classes[][2] = {
  [EQP_SEVERITY_ERROR] = { "severity-error", NULL },
  [EQP_SEVERITY_WARNING] = { "severity-warning", NULL },
  [EQP_SEVERITY_INFORMATION] = { "severity-information", NULL },
  [EQP_SEVERITY_OFF] = { "severity-none", NULL },
};

static void
set_text (EqpCouncilItem *self,
          char          **field,
          const char     *value,
          int             prop)
{
  if (eqp_set_str (field, value))
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

/* "2 errors, 1 warning", or that nothing is wrong: the status in words, for who cannot see the colour. */
static char *
describe_status (EqpChecker *checker,
                 gint64      body)
{
  guint            errors = eqp_checker_count (checker, body, EQP_SEVERITY_ERROR);
  guint            warnings = eqp_checker_count (checker, body, EQP_SEVERITY_WARNING);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (errors > 0)
    first = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  if (warnings > 0)
    second = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);
  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s, %s", first, second);
  if (first != NULL || second != NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup (_ ("lawful"));
}

static EqpSeverity
find_worst (EqpChecker *checker,
            gint64      body)
{
  /* Information alone does not make a council anything but lawful. */
  for (EqpSeverity severity = EQP_SEVERITY_ERROR; severity < EQP_SEVERITY_INFORMATION; severity++)
    if (eqp_checker_count (checker, body, severity) > 0)
      return severity;
  return EQP_N_SEVERITIES;
}

static void
eqp_council_item_finalize (GObject *object)
{
  EqpCouncilItem *self = EQP_COUNCIL_ITEM (object);

  g_free (self->code);
  g_free (self->number);
  g_free (self->name);
  g_free (self->members);
  g_free (self->status);

  G_OBJECT_CLASS (eqp_council_item_parent_class)->finalize (object);
}

static void
eqp_council_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  EqpCouncilItem *self = EQP_COUNCIL_ITEM (object);

  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_MEMBERS:
      g_value_set_string (value, self->members);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_ICON_NAME:
      g_value_set_static_string (value, eqp_severity_get_icon_name (self->severity));
      break;
    case PROP_CSS_CLASSES:
      g_value_set_boxed (value, css_classes[self->severity]);
      break;
    case PROP_FAULTY:
      g_value_set_boolean (value, self->severity != EQP_N_SEVERITIES);
      break;
    case PROP_INDENT:
      g_value_set_int (value, self->indent);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
eqp_council_item_class_init (EqpCouncilItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = eqp_council_item_finalize;
  object_class->get_property = eqp_council_item_get_property;

  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_MEMBERS] = g_param_spec_string ("members", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_CSS_CLASSES] = g_param_spec_boxed ("css-classes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_INDENT] = g_param_spec_int ("indent", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_FAULTY] = g_param_spec_boolean ("faulty", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
eqp_council_item_init (EqpCouncilItem *self)
{
}

EqpCouncilItem *
eqp_council_item_new (EqpSnapshot *snapshot,
                      EqpChecker  *checker)
{
  EqpCouncilItem *self = g_object_new (EQP_TYPE_COUNCIL_ITEM, NULL);

  eqp_council_item_update (self, snapshot, checker);
  return self;
}

void
eqp_council_item_update (EqpCouncilItem *self,
                         EqpSnapshot    *snapshot,
                         EqpChecker     *checker)
{
  g_autofree char *number = snapshot->number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, snapshot->number) : g_strdup ("");
  g_autofree char *members = g_strdup_printf ("%u", eqp_snapshot_count (snapshot, EQP_ALL_CATEGORIES));
  g_autofree char *status = describe_status (checker, snapshot->id);
  EqpSeverity      severity = find_worst (checker, snapshot->id);

  g_return_if_fail (EQP_IS_COUNCIL_ITEM (self));

  self->id = snapshot->id;
  self->indent = snapshot->parent != 0 ? 18 : 0;
  set_text (self, &self->code, snapshot->code, PROP_CODE);
  set_text (self, &self->number, number, PROP_NUMBER);
  set_text (self, &self->name, eqp_snapshot_get_name (snapshot, eqp_language_get_interface ()), PROP_NAME);
  set_text (self, &self->members, members, PROP_MEMBERS);
  set_text (self, &self->status, status, PROP_STATUS);
  if (self->severity != severity)
    {
      self->severity = severity;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ICON_NAME]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CSS_CLASSES]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAULTY]);
    }
}

gint64
eqp_council_item_get_id (EqpCouncilItem *self)
{
  g_return_val_if_fail (EQP_IS_COUNCIL_ITEM (self), 0);

  return self->id;
}

const char *
eqp_council_item_get_code (EqpCouncilItem *self)
{
  g_return_val_if_fail (EQP_IS_COUNCIL_ITEM (self), NULL);

  return self->code;
}

const char *
eqp_council_item_get_name (EqpCouncilItem *self)
{
  g_return_val_if_fail (EQP_IS_COUNCIL_ITEM (self), NULL);

  return self->name;
}

EqpSeverity
eqp_council_item_get_severity (EqpCouncilItem *self)
{
  g_return_val_if_fail (EQP_IS_COUNCIL_ITEM (self), EQP_N_SEVERITIES);

  return self->severity;
}
