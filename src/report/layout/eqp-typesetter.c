/* eqp-typesetter.c — text to PangoLayouts: one context, few fonts, repeated texts laid out once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "eqp-typesetter"

#include "config.h"

#include "report/layout/eqp-typesetter.h"

#include <pango/pangocairo.h>
#include <string.h>

/* The administration's letters are set in Arial when its own typeface is not installed; the others have its widths or are
 * found on any desktop. */
#define FONT_FAMILIES "Liberation Sans,Arial,Nimbus Sans,Noto Sans,Cantarell,Sans"

/* More different texts than a few rosters have; then the cache starts again. */
#define CACHE_SIZE 1024

/* A word wider than its column shrinks to this much of its size before it is broken. */
#define SMALLEST_SCALE 0.6

typedef struct
{
  double      size; /* points */
  PangoWeight weight;
  PangoStyle  slant;
} StyleSpec;

static const StyleSpec styles[EQP_N_TEXT_STYLES] = {
  [EQP_TEXT_LETTERHEAD] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [EQP_TEXT_HEADING_1] = { 17, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [EQP_TEXT_HEADING_2] = { 13, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [EQP_TEXT_HEADING_3] = { 10.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [EQP_TEXT_NORMAL] = { 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [EQP_TEXT_LEAD] = { 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [EQP_TEXT_NOTE] = { 9, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC },
  [EQP_TEXT_SMALL] = { 8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [EQP_TEXT_STRONG] = { 10, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [EQP_TEXT_CELL] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [EQP_TEXT_HEADER_CELL] = { 8.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [EQP_TEXT_GROUP_CELL] = { 9.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [EQP_TEXT_VACANT_CELL] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC },
  [EQP_TEXT_CHIP] = { 7, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [EQP_TEXT_LABEL_TITLE] = { 11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [EQP_TEXT_LABEL] = { 9.5, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [EQP_TEXT_FOOTER] = { 8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
};

static const double scales[EQP_N_DENSITIES] = { 1.0, 1.0, 0.9, 0.8 };

typedef struct
{
  const char *text; /* the layout's own once it is stored */
  int         width;
  guint8      style;
  guint8      align;
  guint8      density;
} CacheKey;

typedef struct
{
  CacheKey     key;
  PangoLayout *layout;
  double       height;
} CacheEntry;

struct _EqpTypesetter
{
  PangoContext         *context;
  PangoFontDescription *fonts[EQP_N_DENSITIES][EQP_N_TEXT_STYLES]; /* made when first asked for */
  EqpDensity            density;
  GHashTable           *cache; /* CacheKey → CacheEntry, which the key is part of */
};

static guint
hash_key (gconstpointer data)
{
  const CacheKey *key = data;

  return g_str_hash (key->text) ^ ((guint)key->width * 31u + key->style * 7u + key->align * 3u + key->density);
}

static gboolean
is_same_key (gconstpointer a,
             gconstpointer b)
{
  const CacheKey *left = a;
  const CacheKey *right = b;

  return left->width == right->width && left->style == right->style && left->align == right->align &&
         left->density == right->density && strcmp (left->text, right->text) == 0;
}

static void
free_entry (gpointer data)
{
  CacheEntry *entry = data;

  g_object_unref (entry->layout);
  g_free (entry);
}

static const PangoFontDescription *
get_font (EqpTypesetter *self,
          EqpTextStyle   style)
{
  PangoFontDescription **font = &self->fonts[self->density][style];

  if (*font == NULL)
    {
      /* The footer keeps its size: it is the same on every page of a document. */
      double scale = style == EQP_TEXT_FOOTER ? 1.0 : scales[self->density];

      *font = pango_font_description_new ();
      pango_font_description_set_family_static (*font, FONT_FAMILIES);
      pango_font_description_set_weight (*font, styles[style].weight);
      pango_font_description_set_style (*font, styles[style].slant);
      pango_font_description_set_size (*font, (int)(styles[style].size * scale * PANGO_SCALE + 0.5));
    }
  return *font;
}

static gboolean
is_joint (const char *text,
          const char *hyphen)
{
  const char *before = hyphen > text ? g_utf8_prev_char (hyphen) : NULL;

  return before != NULL && g_unichar_isalnum (g_utf8_get_char (before)) && g_unichar_isalnum (g_utf8_get_char (hyphen + 1));
}

/* "Jean-Pierre" stays on one line: no break after the hyphens inside a word. */
static PangoAttrList *
protect_compounds (const char *text)
{
  PangoAttrList *attributes = NULL;

  for (const char *hyphen = strchr (text, '-'); hyphen != NULL; hyphen = strchr (hyphen + 1, '-'))
    {
      PangoAttribute *attribute;

      if (!is_joint (text, hyphen))
        continue;
      if (attributes == NULL)
        attributes = pango_attr_list_new ();
      attribute = pango_attr_allow_breaks_new (FALSE);
      attribute->start_index = (guint)(hyphen - text);
      attribute->end_index = attribute->start_index + 2;
      pango_attr_list_insert (attributes, attribute);
    }
  return attributes;
}

static int
get_layout_width (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return extents.width;
}

/* A word that is wider than the column must neither overlap its neighbour nor, if that can be helped, be broken. */
static void
fit_long_words (PangoLayout *layout,
                int          width)
{
  int            natural = get_layout_width (layout);
  PangoAttrList *attributes;
  double         scale;

  if (natural <= width)
    return;
  scale = MAX (SMALLEST_SCALE, (double)width / natural * 0.99);
  attributes = pango_layout_get_attributes (layout);
  attributes = attributes != NULL ? pango_attr_list_copy (attributes) : pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  if (get_layout_width (layout) <= width)
    return;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
}

static PangoLayout *
make_layout (EqpTypesetter  *self,
             const CacheKey *key)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoLayout                *layout = pango_layout_new (self->context);
  PangoAttrList              *attributes = protect_compounds (key->text);

  pango_layout_set_font_description (layout, get_font (self, key->style));
  if (key->style == EQP_TEXT_NORMAL || key->style == EQP_TEXT_NOTE || key->style == EQP_TEXT_LEAD)
    pango_layout_set_line_spacing (layout, 1.12f);
  pango_layout_set_width (layout, key->width);
  pango_layout_set_alignment (layout, alignments[key->align]);
  pango_layout_set_text (layout, key->text, -1);
  if (attributes != NULL)
    {
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  if (key->width >= 0)
    fit_long_words (layout, key->width);
  return layout;
}

/**
 * eqp_typesetter_new:
 * @language: the language of the texts
 *
 * Returns: (transfer full): a typesetter at normal density. Its metrics are those of paper (72 dots an inch, no hinting), so
 *   that screen, printer and PDF break lines at the same words.
 */
EqpTypesetter *
eqp_typesetter_new (EqpLanguage language)
{
  EqpTypesetter        *self = g_new0 (EqpTypesetter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (eqp_language_get_code (language)));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  self->cache = g_hash_table_new_full (hash_key, is_same_key, NULL, free_entry);
  return self;
}

/**
 * eqp_typesetter_free:
 * @self: (transfer full): a typesetter; its layouts stay valid
 */
void
eqp_typesetter_free (EqpTypesetter *self)
{
  g_hash_table_unref (self->cache);
  for (guint i = 0; i < EQP_N_DENSITIES; i++)
    for (guint j = 0; j < EQP_N_TEXT_STYLES; j++)
      pango_font_description_free (self->fonts[i][j]);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * eqp_typesetter_get_density:
 * @self: a typesetter
 *
 * Returns: how tightly it sets
 */
EqpDensity
eqp_typesetter_get_density (EqpTypesetter *self)
{
  return self->density;
}

/**
 * eqp_typesetter_set_density:
 * @self: a typesetter
 * @density: how tightly it sets from now on
 */
void
eqp_typesetter_set_density (EqpTypesetter *self,
                            EqpDensity     density)
{
  self->density = density;
}

/**
 * eqp_typesetter_get_scale:
 * @self: a typesetter
 *
 * Returns: how much smaller than usual type is at this density, for the signs beside it
 */
double
eqp_typesetter_get_scale (EqpTypesetter *self)
{
  return scales[self->density];
}

/**
 * eqp_typesetter_set:
 * @self: a typesetter
 * @style: the style
 * @align: within @width
 * @width: the room in points; negative for a single line of any width
 * @text: (nullable): the text
 * @height: (out) (nullable): the height it takes, in points
 *
 * Lines break at spaces only: no word, no compound name is split unless it is far wider than its room, and nothing is ever
 * wider than its room.
 *
 * Returns: (transfer none): the layout, to be shared and not changed; valid until the next call unless a reference is taken
 */
PangoLayout *
eqp_typesetter_set (EqpTypesetter *self,
                    EqpTextStyle   style,
                    EqpAlign       align,
                    double         width,
                    const char    *text,
                    double        *height)
{
  CacheKey    key = { text != NULL ? text : "", width < 0 ? -1 : (int)(width * PANGO_SCALE), style, align, self->density };
  CacheEntry *entry = g_hash_table_lookup (self->cache, &key);

  if (entry == NULL)
    {
      PangoRectangle extents;

      if (g_hash_table_size (self->cache) >= CACHE_SIZE)
        g_hash_table_remove_all (self->cache);
      entry = g_new (CacheEntry, 1);
      entry->layout = make_layout (self, &key);
      pango_layout_get_extents (entry->layout, NULL, &extents);
      entry->height = (double)extents.height / PANGO_SCALE;
      entry->key = key;
      entry->key.text = pango_layout_get_text (entry->layout);
      g_hash_table_add (self->cache, entry);
    }
  if (height != NULL)
    *height = entry->height;
  return entry->layout;
}
