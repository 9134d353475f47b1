/* test-schema-fixture.h — two small entities, houses and their tenants, on which the store is tested */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/eqp-store.h"

G_BEGIN_DECLS

typedef enum {
  TEST_HOUSE_CODE,
  TEST_HOUSE_NAME,
  TEST_HOUSE_KIND,
  TEST_HOUSE_OPENED,
  TEST_HOUSE_FLOORS,
  TEST_HOUSE_LISTED,
  TEST_HOUSE_N_FIELDS,
} TestHouseField;

typedef enum {
  TEST_TENANT_CODE,
  TEST_TENANT_FAMILY_NAME,
  TEST_TENANT_HOUSE,
  TEST_TENANT_FROM_DATE,
  TEST_TENANT_TO_DATE,
  TEST_TENANT_N_FIELDS,
} TestTenantField;

#define TEST_TYPE_HOUSE (test_house_get_type ())
G_DECLARE_FINAL_TYPE (TestHouse, test_house, TEST, HOUSE, EqpRecord)

/* Its title is its family name; a tenancy that ends before it begins is invalid; it counts its refreshes. */
#define TEST_TYPE_TENANT (test_tenant_get_type ())
G_DECLARE_FINAL_TYPE (TestTenant, test_tenant, TEST, TENANT, EqpRecord)

guint test_tenant_get_n_refreshes (TestTenant *self);

extern const EqpEntity test_house_entity;
extern const EqpEntity test_tenant_entity;

extern const EqpSchema test_schema;       /* one step */
extern const EqpSchema test_schema_two;   /* the same and a second step, which adds an index and gives nameless houses a name */
extern const EqpSchema test_schema_wrong; /* a second step that fails half-way */

EqpStore *test_store_create (const char *path);
EqpStore *test_store_open (const char *path); /* with test_schema, without backups */
EqpStore *test_store_open_with (const char       *path,
                                const EqpSchema  *schema,
                                EqpStoreOpenFlags flags);

/* Each is one committed edit of its own. */
EqpRecord *test_add_house (EqpStore   *store,
                           const char *code,
                           const char *name);
EqpRecord *test_add_tenant (EqpStore   *store,
                            const char *code,
                            const char *family_name,
                            gint64      house);

/* As another program would, while no store has the file open; @triggers: whether those of the file run. */
void test_write_sql (const char *path,
                     const char *sql,
                     gboolean    triggers);

/* That all of the file was looked at long ago; and whether that was noted again since. */
#define TEST_LAST_CHECK_LONG_AGO "UPDATE meta SET value = '1000000' WHERE key = 'last_integrity_check'"
gboolean test_store_was_checked (EqpStore *store);

/* The whole file, for "nothing was changed": only while no store has it open. */
GBytes *test_read_file (const char *path);

G_END_DECLS
