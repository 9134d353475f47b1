/* eqp-preferences-window.c — language, colours, the file's own settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "eqp-preferences-window"

#include "config.h"

#include "app/home/eqp-preferences-window.h"

#include <glib/gi18n.h>

#include "app/widgets/eqp-toast.h"
#include "base/eqp-error.h"
#include "domain/eqp-pole.h"
#include "domain/procedures/eqp-days-off.h"
#include "store/eqp-journal.h"

struct _EqpPreferencesWindow
{
  EqpSessionWindow parent_instance;

  GSettings *settings;
  gboolean   showing; /* the file's settings are being shown, not chosen */

  AdwToastOverlay     *toasts;
  GtkRevealer         *problem_revealer;
  GtkLabel            *problem;
  AdwComboRow         *language;
  AdwComboRow         *document_language;
  AdwComboRow         *colors;
  AdwPreferencesGroup *file_group;
  AdwPreferencesGroup *print_group;
  AdwEntryRow         *pole;
  AdwEntryRow         *year_start;
  AdwEntryRow         *university;
  AdwEntryRow         *rectorat;
  AdwComboRow         *inclusive;
  AdwComboRow         *region;
  AdwComboRow         *zone;
};

G_DEFINE_FINAL_TYPE (EqpPreferencesWindow, eqp_preferences_window, EQP_TYPE_SESSION_WINDOW)

static EqpSession *
get_session (EqpPreferencesWindow *self)
{
  return eqp_session_window_get_session (EQP_SESSION_WINDOW (self));
}

/* The values of each choice, in the order of its rows in the template. */
static const char *const languages[] = { "", "fr", "en", NULL };
static const char *const document_languages[] = { "fr", "en", NULL };
static const char *const color_schemes[] = { "default", "light", "dark", NULL };
static const char *const inclusive_styles[] = { "median", "both", "masculine", NULL };

/* ---- the program's settings ---- */

static guint
find_value (const char *const *values,
            const char        *value)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      return i;
  return 0;
}

static gboolean
get_selected (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  g_value_set_uint (value, find_value (user_data, g_variant_get_string (variant, NULL)));
  return TRUE;
}

static GVariant *
set_selected (const GValue       *value,
              const GVariantType *type,
              gpointer            user_data)
{
  const char *const *values = user_data;
  guint              selected = g_value_get_uint (value);

  return selected < g_strv_length ((char **)values) ? g_variant_new_string (values[selected]) : NULL;
}

static void
bind_choice (EqpPreferencesWindow *self,
             AdwComboRow          *row,
             const char           *key,
             const char *const    *values)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, get_selected, set_selected, (gpointer)values, NULL);
}

/* ---- the file's settings ---- */

static void
show_problem (EqpPreferencesWindow *self,
              const GError         *error)
{
  if (error != NULL)
    gtk_label_set_label (self->problem, error->message);
  gtk_revealer_set_reveal_child (self->problem_revealer, error != NULL);
}

static EqpMessage *
find_last_label (EqpStore *store)
{
  EqpHistoryFilter filter = { .limit = 1 };
  g_autoptr (GPtrArray) entries = eqp_store_list_entries (store, &filter, NULL);

  return entries != NULL && entries->len > 0 ? eqp_message_ref (eqp_entry_get_label (g_ptr_array_index (entries, 0))) : NULL;
}

static void
save_setting (EqpPreferencesWindow *self,
              const char           *name,
              const char           *value)
{
  EqpStore        *store = eqp_session_get_store (get_session (self));
  g_autofree char *before = eqp_pole_dup_setting (store, name);
  g_autoptr (EqpMessage) label = NULL;
  g_autoptr (GError) error = NULL;
  gboolean same = g_str_equal (before, value);

  if (!same && eqp_pole_set_setting (store, name, value, &error))
    label = find_last_label (store);
  show_problem (self, error);
  if (label != NULL)
    eqp_toast_edit (self->toasts, label);
}

/* The file keeps month and day; people say day and month. */
static char *
swap_day (const char *value)
{
  int first, second;

  return sscanf (value, "%d%*[-/. ]%d", &first, &second) == 2 ? g_strdup_printf ("%02d-%02d", second, first) : NULL;
}

/* "1/9" and "01-09". */
static gboolean
is_same_day (const char *left,
             const char *right)
{
  g_autofree char *left_day = swap_day (left);
  g_autofree char *right_day = swap_day (right);

  return left_day != NULL && g_strcmp0 (left_day, right_day) == 0;
}

static void
show_entry (AdwEntryRow *row,
            const char  *value)
{
  const char *shown = g_object_get_data (G_OBJECT (row), "shown");
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  /* What is being typed elsewhere in the window stays. */
  if (g_strcmp0 (shown, value) == 0)
    return;
  g_object_set_data_full (G_OBJECT (row), "shown", g_strdup (value), g_free);
  /* Setting a text again would offer to apply it. */
  if (!g_str_equal (text, value) && !is_same_day (text, value))
    gtk_editable_set_text (GTK_EDITABLE (row), value);
}

/* The first row of the zones is none of them. */
static guint
find_zone (const char *zone)
{
  for (guint i = 0; i < eqp_school_zone_count (); i++)
    if (g_str_equal (eqp_school_zone_get (i), zone))
      return i + 1;
  return 0;
}

static void
refresh (EqpPreferencesWindow *self)
{
  EqpStore        *store = eqp_session_get_store (get_session (self));
  g_autofree char *pole = eqp_pole_dup_setting (store, EQP_SETTING_POLE_NAME);
  g_autofree char *university = eqp_pole_dup_setting (store, EQP_SETTING_UNIVERSITY_NAME);
  g_autofree char *rectorat = eqp_pole_dup_setting (store, EQP_SETTING_RECTORAT_NAME);
  g_autofree char *start = eqp_pole_dup_setting (store, EQP_SETTING_YEAR_START);
  g_autofree char *day = swap_day (start);
  g_autofree char *inclusive = eqp_pole_dup_setting (store, EQP_SETTING_INCLUSIVE);
  g_autofree char *zone = eqp_pole_dup_setting (store, EQP_SETTING_HOLIDAY_ZONE);

  self->showing = TRUE;
  show_entry (self->pole, pole);
  show_entry (self->university, university);
  show_entry (self->rectorat, rectorat);
  show_entry (self->year_start, day != NULL ? day : start);
  adw_combo_row_set_selected (self->inclusive, find_value (inclusive_styles, inclusive));
  adw_combo_row_set_selected (self->region, eqp_pole_get_region (store));
  adw_combo_row_set_selected (self->zone, find_zone (zone));
  self->showing = FALSE;
}

static void
apply_year_start (EqpPreferencesWindow *self)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->year_start));
  g_autofree char *value = swap_day (text);
  g_autoptr (GDate) date = g_date_new ();
  g_autoptr (GError) error = NULL;
  int month = 0;
  int day = 0;

  if (value != NULL)
    sscanf (value, "%d-%d", &month, &day);
  /* A common year: the 29th of February could not start each academic year. */
  if (value == NULL || month < 1 || month > 12 || day < 1 || day > 31 || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, 2001))
    {
      /* Translators: %s is what was typed */
      g_set_error (&error, EQP_INPUT_ERROR, EQP_INPUT_ERROR_INVALID, _ ("“%s” is not a day of the year. Write day and month, such as 01-09."), text);
      show_problem (self, error);
      return;
    }
  save_setting (self, EQP_SETTING_YEAR_START, value);
}

static void
entry_applied_cb (EqpPreferencesWindow *self,
                  AdwEntryRow          *row)
{
  const struct
  {
    AdwEntryRow *row;
    const char  *setting;
  } rows[] = {
    { self->pole, EQP_SETTING_POLE_NAME },
    { self->university, EQP_SETTING_UNIVERSITY_NAME },
    { self->rectorat, EQP_SETTING_RECTORAT_NAME },
  };
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (get_session (self) == NULL)
    return;
  if (row == self->year_start)
    apply_year_start (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].row == row)
      save_setting (self, rows[i].setting, text);
}

static void
inclusive_selected_cb (EqpPreferencesWindow *self)
{
  guint selected;

  if (get_session (self) == NULL || self->showing)
    return;
  selected = adw_combo_row_get_selected (self->inclusive);
  if (selected < g_strv_length ((char **)inclusive_styles))
    save_setting (self, EQP_SETTING_INCLUSIVE, inclusive_styles[selected]);
}

static void
region_selected_cb (EqpPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->region);

  if (get_session (self) != NULL && !self->showing && selected < EQP_N_REGIONS)
    save_setting (self, EQP_SETTING_REGION, eqp_region_get_code (selected));
}

static void
zone_selected_cb (EqpPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->zone);

  if (get_session (self) != NULL && !self->showing && selected <= eqp_school_zone_count ())
    save_setting (self, EQP_SETTING_HOLIDAY_ZONE, selected > 0 ? eqp_school_zone_get (selected - 1) : "");
}

/* Before anything is chosen: a new model selects its first row. */
static void
list_places (EqpPreferencesWindow *self)
{
  g_autoptr (GtkStringList) regions = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) zones = gtk_string_list_new (NULL);

  for (EqpRegion region = 0; region < EQP_N_REGIONS; region++)
    gtk_string_list_append (regions, eqp_region_get_label (region, eqp_language_get_interface ()));
  gtk_string_list_append (zones, _ ("Not stated"));
  for (guint i = 0; i < eqp_school_zone_count (); i++)
    gtk_string_list_append (zones, eqp_school_zone_get (i));
  self->showing = TRUE;
  adw_combo_row_set_model (self->region, G_LIST_MODEL (regions));
  adw_combo_row_set_model (self->zone, G_LIST_MODEL (zones));
  self->showing = FALSE;
}

/* ---- the class ---- */

static void
eqp_preferences_window_constructed (GObject *object)
{
  EqpPreferencesWindow *self = EQP_PREFERENCES_WINDOW (object);
  gboolean              writable;

  G_OBJECT_CLASS (eqp_preferences_window_parent_class)->constructed (object);

  writable = get_session (self) != NULL && !eqp_store_is_read_only (eqp_session_get_store (get_session (self)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->file_group), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->print_group), writable);
  if (get_session (self) == NULL)
    return;
  g_signal_connect_object (eqp_session_get_store (get_session (self)), "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
eqp_preferences_window_dispose (GObject *object)
{
  EqpPreferencesWindow *self = EQP_PREFERENCES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EQP_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (eqp_preferences_window_parent_class)->dispose (object);
}

static void
eqp_preferences_window_class_init (EqpPreferencesWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = eqp_preferences_window_constructed;
  object_class->dispose = eqp_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/equipole/Equipole/ui/eqp-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, language);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, document_language);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, colors);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, file_group);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, print_group);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, pole);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, year_start);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, university);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, rectorat);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, inclusive);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, region);
  gtk_widget_class_bind_template_child (widget_class, EqpPreferencesWindow, zone);
  gtk_widget_class_bind_template_callback (widget_class, entry_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, inclusive_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, region_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_selected_cb);
}

static void
eqp_preferences_window_init (EqpPreferencesWindow *self)
{
  self->settings = g_settings_new (EQP_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  list_places (self);
  bind_choice (self, self->language, "language", languages);
  bind_choice (self, self->document_language, "document-language", document_languages);
  bind_choice (self, self->colors, "color-scheme", color_schemes);
}
