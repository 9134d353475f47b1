-- A file of schema 1, written by the program when that schema was the newest: never changed again.
-- SPDX-License-Identifier: GPL-3.0-or-later
PRAGMA application_id = 1165054063;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  value TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO setting VALUES(4689417271487893854,'pole-name','Pôle de professionnalisation de Valmer');
INSERT INTO setting VALUES(6897020350007722980,'academic-year-start','09-01');
INSERT INTO setting VALUES(7281357885678180533,'university-name','Université de Valmer');
CREATE TABLE institution (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('university', 'component', 'inspe', 'rectorat', 'school', 'company', 'association', 'other')),
  side TEXT NOT NULL DEFAULT 'other' CHECK (side IN ('university', 'rectorat', 'other')),
  uai TEXT NOT NULL DEFAULT '',
  siret TEXT NOT NULL DEFAULT '',
  parent_id INTEGER REFERENCES institution (id)
) STRICT;
INSERT INTO institution VALUES(5817391136426328450,'UV','Université de Valmer','UV','university','university','0961201J','09900101800011',NULL);
INSERT INTO institution VALUES(5996356710846089962,'LYC','Lycée des Ormes','','school','rectorat','0961300S','',7393699452849804004);
INSERT INTO institution VALUES(7393699452849804004,'RECT','Rectorat de Valmer','','rectorat','rectorat','','',NULL);
INSERT INTO institution VALUES(8025981027033294737,'INSPE','Inspé de Valmer','Inspé','inspe','university','0961202K','',5817391136426328450);
CREATE TABLE site (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  institution_id INTEGER REFERENCES institution (id)
) STRICT;
INSERT INTO site VALUES(1265180110967313332,'NORD','Valmer Nord',8025981027033294737);
INSERT INTO site VALUES(5170658737570997413,'SUD','Valmer Sud, bâtiment B',8025981027033294737);
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  civility TEXT NOT NULL DEFAULT '' CHECK (civility IN ('', 'mme', 'm')),
  family_name TEXT NOT NULL CHECK (family_name <> ''),
  given_name TEXT NOT NULL DEFAULT '',
  corps TEXT NOT NULL DEFAULT '',
  disciplines TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO person VALUES(4824578502721885545,'P5','m','L’Hermite-Œuvrard','Noé','PR','','','');
INSERT INTO person VALUES(5226290367226662088,'P2','m','Bréval','Luc','IA-IPR','mathématiques','','');
INSERT INTO person VALUES(6362266548001808141,'P3','mme','Cazenave','Inès','PRAG','lettres','','');
INSERT INTO person VALUES(7687626429108956431,'P1','mme','Aubrac','Éloïse','MCF','didactique, "mesure"','eloise.aubrac@example.org','04 65 71 14 28');
INSERT INTO person VALUES(9008511311691074731,'P4','','Dorval','Sacha','','','','');
CREATE TABLE affiliation (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  institution_id INTEGER REFERENCES institution (id),
  side TEXT NOT NULL DEFAULT 'other' CHECK (side IN ('university', 'rectorat', 'other')),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;
INSERT INTO affiliation VALUES(670125016645989772,7687626429108956431,8025981027033294737,'university','','');
INSERT INTO affiliation VALUES(1115436449555665006,9008511311691074731,5996356710846089962,'rectorat','2024-09-01','2026-08-31');
INSERT INTO affiliation VALUES(3532211582096483115,4824578502721885545,5817391136426328450,'university','','');
INSERT INTO affiliation VALUES(4959377010506903977,5226290367226662088,7393699452849804004,'rectorat','','');
INSERT INTO affiliation VALUES(6255863621463408167,9008511311691074731,8025981027033294737,'university','2026-09-01','');
INSERT INTO affiliation VALUES(8113531007194860141,6362266548001808141,5996356710846089962,'rectorat','','');
CREATE TABLE mention (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  head_id INTEGER REFERENCES person (id),
  head_deputy_id INTEGER REFERENCES person (id)
) STRICT;
INSERT INTO mention VALUES(449103355366260047,'M1','MEEF premier degré','MEEF primary',7687626429108956431,4824578502721885545);
INSERT INTO mention VALUES(5573481420429128725,'M2','MEEF second degré','',NULL,NULL);
CREATE TABLE course (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  mention_id INTEGER NOT NULL REFERENCES mention (id),
  head_id INTEGER REFERENCES person (id),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;
INSERT INTO course VALUES(827619684827728621,'C2','Lettres','',5573481420429128725,6362266548001808141,'','');
INSERT INTO course VALUES(7861090945610798586,'C1','Professorat des écoles','Primary teaching',449103355366260047,7687626429108956431,'','');
CREATE TABLE course_site (
  id INTEGER PRIMARY KEY,
  course_id INTEGER NOT NULL REFERENCES course (id),
  site_id INTEGER NOT NULL REFERENCES site (id),
  UNIQUE (course_id, site_id)
) STRICT;
INSERT INTO course_site VALUES(6613506744133169960,827619684827728621,5170658737570997413);
INSERT INTO course_site VALUES(7717802757670082059,7861090945610798586,1265180110967313332);
INSERT INTO course_site VALUES(7991998106383333911,7861090945610798586,5170658737570997413);
CREATE TABLE course_component (
  id INTEGER PRIMARY KEY,
  course_id INTEGER NOT NULL REFERENCES course (id),
  institution_id INTEGER NOT NULL REFERENCES institution (id),
  UNIQUE (course_id, institution_id)
) STRICT;
INSERT INTO course_component VALUES(5707745763805256168,7861090945610798586,8025981027033294737);
INSERT INTO course_component VALUES(8946493592824107729,7861090945610798586,5817391136426328450);
INSERT INTO course_component VALUES(9154890048589209121,827619684827728621,8025981027033294737);
CREATE TABLE teaching (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  course_id INTEGER NOT NULL REFERENCES course (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  UNIQUE (person_id, course_id, year)
) STRICT;
INSERT INTO teaching VALUES(3992600113974132638,6362266548001808141,827619684827728621,2026);
INSERT INTO teaching VALUES(4292066881931293537,7687626429108956431,7861090945610798586,2025);
CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id),
  course_id INTEGER NOT NULL REFERENCES course (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  UNIQUE (person_id, course_id, year)
) STRICT;
INSERT INTO enrolment VALUES(7114064447602100137,9008511311691074731,7861090945610798586,2026);
CREATE TABLE statute (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date))
) STRICT;
INSERT INTO statute VALUES(8084911050856847527,'CPER','Conseil de perfectionnement (CPER)','Programme improvement council (CPER)','Règlement intérieur de l’Inspé d’Aix-Marseille, conseils de perfectionnement des formations (rôle, composition, fonctionnement)','','');
CREATE TABLE category (
  id INTEGER PRIMARY KEY,
  statute_id INTEGER NOT NULL REFERENCES statute (id),
  code TEXT NOT NULL CHECK (code <> ''),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  min INTEGER NOT NULL DEFAULT 0 CHECK (min >= 0),
  max INTEGER CHECK (max IS NULL OR max >= min),
  counts INTEGER NOT NULL DEFAULT 1 CHECK (counts IN (0, 1)),
  votes INTEGER NOT NULL DEFAULT 1 CHECK (votes IN (0, 1)),
  may_chair INTEGER NOT NULL DEFAULT 0 CHECK (may_chair IN (0, 1)),
  side TEXT NOT NULL DEFAULT '' CHECK (side IN ('', 'university', 'rectorat', 'other')),
  UNIQUE (statute_id, code)
) STRICT;
INSERT INTO category VALUES(277818937768511110,8084911050856847527,'guest-permanent','Personnes invitées à titre permanent','Permanent guests',8,0,NULL,0,0,0,'');
INSERT INTO category VALUES(620076382194796169,8084911050856847527,'guest-occasional','Personnes invitées ponctuellement','Occasional guests',9,0,NULL,0,0,0,'');
INSERT INTO category VALUES(1766606535146567782,8084911050856847527,'deputy','Adjoint·es aux responsables de parcours','Deputy course heads',3,0,NULL,1,1,0,'');
INSERT INTO category VALUES(3430088234347965294,8084911050856847527,'employer','Académie, organismes et entreprises','Education authority, organisations and companies',5,1,2,1,1,1,'');
INSERT INTO category VALUES(3727343498630883515,8084911050856847527,'course-head','Responsables de parcours','Course heads',2,1,NULL,1,1,0,'');
INSERT INTO category VALUES(5808099861970480573,8084911050856847527,'profession','Représentation de la profession','Representatives of the profession',6,1,2,1,1,0,'');
INSERT INTO category VALUES(7050897946904202052,8084911050856847527,'student','Représentation étudiante','Student representatives',7,2,4,1,1,0,'');
INSERT INTO category VALUES(8376974837922897196,8084911050856847527,'mention-head','Responsable de la mention de master ou représentant·e','Head of mention or representative',1,1,1,1,1,0,'');
INSERT INTO category VALUES(8407459800431601144,8084911050856847527,'teacher','Personnels enseignants et enseignants-chercheurs','Teachers and teacher-researchers',4,1,5,1,1,0,'');
CREATE TABLE parameter (
  id INTEGER PRIMARY KEY,
  statute_id INTEGER NOT NULL REFERENCES statute (id),
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL DEFAULT '',
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date)),
  source TEXT NOT NULL DEFAULT '',
  UNIQUE (statute_id, name, from_date)
) STRICT;
INSERT INTO parameter VALUES(21309784128176600,8084911050856847527,'term-years','off','','','La source ne fixe pas la durée des mandats : règle désactivée.');
INSERT INTO parameter VALUES(47635849737464540,8084911050856847527,'notice-days','15','','','Règle locale (house rule) : la source ne fixe aucun délai de convocation ; quinze jours sont l’usage des statuts d’université.');
INSERT INTO parameter VALUES(849785777628578526,8084911050856847527,'proxies-max','off','','','La source ne fixe pas le nombre de procurations par membre : règle désactivée.');
INSERT INTO parameter VALUES(1524400294609339415,8084911050856847527,'gender-parity','off','','','La source ne fixe pas de parité entre femmes et hommes : règle désactivée.');
INSERT INTO parameter VALUES(2857380782389785691,8084911050856847527,'quorum','off','','','La source ne fixe pas de quorum : règle désactivée.');
INSERT INTO parameter VALUES(2965237838167070621,8084911050856847527,'advice-days','off','','','La source ne fixe pas le délai de transmission des conseils et recommandations : règle désactivée.');
INSERT INTO parameter VALUES(3330021723416741506,8084911050856847527,'minutes-validation','all','','','Un compte rendu de chaque réunion est établi par un.e secrétaire de séance, validé par le.la président.e du CPER, le.la responsable de parcours et le.la responsable de mention.');
INSERT INTO parameter VALUES(3723083104817009959,8084911050856847527,'total-max','17','','','Les conseils de perfectionnement sont composés d’un minimum de neuf membres et d’un maximum de dix-sept membres dont le.la responsable de la mention de master ou son représentant.e.');
INSERT INTO parameter VALUES(6469982327172300443,8084911050856847527,'minutes-days','off','','','La source ne fixe pas le délai d’établissement du compte rendu : règle désactivée.');
INSERT INTO parameter VALUES(6707704171876379863,8084911050856847527,'publication-days','off','','','La source ne fixe pas le délai de publicité du compte rendu : règle désactivée.');
INSERT INTO parameter VALUES(7798789291764590062,8084911050856847527,'total-min','9','','','Les conseils de perfectionnement sont composés d’un minimum de neuf membres et d’un maximum de dix-sept membres dont le.la responsable de la mention de master ou son représentant.e.');
INSERT INTO parameter VALUES(8772711108074848844,8084911050856847527,'calendar-date','10-31','','','Règle locale (house rule) : « Un calendrier prévisionnel des réunions est arrêté en début d’année universitaire pour l’année à venir » ; la source ne date pas le début de l’année universitaire.');
CREATE TABLE statute_rule (
  id INTEGER PRIMARY KEY,
  statute_id INTEGER NOT NULL REFERENCES statute (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  severity TEXT NOT NULL DEFAULT 'error' CHECK (severity IN ('error', 'warning', 'information', 'off')),
  source TEXT NOT NULL DEFAULT '',
  UNIQUE (statute_id, rule)
) STRICT;
INSERT INTO statute_rule VALUES(1068499332377578660,8084911050856847527,'scope','error','Un CPER est attaché à un cursus de formation identifié. Il peut s’agir, selon les configurations spécifiques, d’une seule mention de master ou d’un regroupement de parcours.');
INSERT INTO statute_rule VALUES(1268611178871191462,8084911050856847527,'student-enrolled','error','Chaque CPER associe dans sa composition les acteur.rice.s directement concerné.e.s par la formation à laquelle ils.elles sont rattaché.e.s, notamment […] des étudiant.e.s inscrits dans cette formation.');
INSERT INTO statute_rule VALUES(1713716289474612290,8084911050856847527,'course-head','error','Le.la responsable du/des parcours et éventuellement ses adjoint.e.s (le cas échéant Inspé, AMU et/ou AU).');
INSERT INTO statute_rule VALUES(1756173099430930436,8084911050856847527,'affiliation','warning','Le.la responsable du/des parcours et éventuellement ses adjoint.e.s (le cas échéant Inspé, AMU et/ou AU).');
INSERT INTO statute_rule VALUES(3306856924514895744,8084911050856847527,'double-capacity','error','Règle de décompte déduite du texte, qui compte des membres : qui siège à deux titres compte une fois dans l’effectif et une fois dans chaque catégorie ; seules les responsabilités de mention et de parcours se cumulent.');
INSERT INTO statute_rule VALUES(3496162499683250079,8084911050856847527,'total','error','Les conseils de perfectionnement sont composés d’un minimum de neuf membres et d’un maximum de dix-sept membres dont le.la responsable de la mention de master ou son représentant.e.');
INSERT INTO statute_rule VALUES(3935477658269034949,8084911050856847527,'mention-head','error','Les conseils de perfectionnement sont composés d’un minimum de neuf membres et d’un maximum de dix-sept membres dont le.la responsable de la mention de master ou son représentant.e.');
INSERT INTO statute_rule VALUES(5412506863342879829,8084911050856847527,'annex','warning','La composition de chaque CPER est fournie en annexe au règlement intérieur.');
INSERT INTO statute_rule VALUES(5766546061229534401,8084911050856847527,'sub-bodies','error','Lorsque la formation relevant d’un même CPER est organisée sur plusieurs sites géographiques, ce conseil peut se diviser en autant de sous-conseils de perfectionnement de site.');
INSERT INTO statute_rule VALUES(6384133863821015215,8084911050856847527,'teacher-involved','error','1 à 5 enseignant.e.s et/ou enseignant.e.s-chercheur.se.s intervenants dans la formation.');
INSERT INTO statute_rule VALUES(6476175560162252275,8084911050856847527,'guests','warning','Des invités permanents ou ponctuels peuvent être associés aux travaux des CPER.');
INSERT INTO statute_rule VALUES(6790670593712771228,8084911050856847527,'chair','error','Chaque CPER est présidé par l’un.e des représentant.e.s de l’employeur.');
INSERT INTO statute_rule VALUES(7485114837213641089,8084911050856847527,'academy-inspector','warning','Les représentant.e.s de l’académie d’Aix-Marseille (IA-IPR et/ou IEN), des organismes ou entreprises directement concernés par la formation.');
INSERT INTO statute_rule VALUES(7692620860237814100,8084911050856847527,'components','warning','1 à 5 enseignant.e.s et/ou enseignant.e.s-chercheur.se.s intervenants dans la formation (avec une représentativité des composantes engagées).');
INSERT INTO statute_rule VALUES(7742312428885929974,8084911050856847527,'decision','error','Le nombre et la composition des conseils de perfectionnement sont arrêtés par le.la directeur.rice sur proposition du conseil d’orientation scientifique et pédagogique.');
INSERT INTO statute_rule VALUES(8196939995314332851,8084911050856847527,'partners','information','Une représentation de chacun des partenaires de la formation est assurée dans la composition du CPER.');
INSERT INTO statute_rule VALUES(8570859271002628999,8084911050856847527,'category-range','error','1 à 5 enseignant.e.s et/ou enseignant.e.s-chercheur.se.s intervenants dans la formation ; 1 à 2 représentant.e.s de l’académie d’Aix-Marseille, des organismes ou entreprises directement concernés par la formation ; 1 à 2 représentant.e.s de la profession ; 2 à 4 représentant.e.s des étudiants.');
CREATE TABLE body (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  number INTEGER,
  degree TEXT NOT NULL DEFAULT '' CHECK (degree IN ('', '1D', '2D')),
  name_fr TEXT NOT NULL CHECK (name_fr <> ''),
  name_en TEXT NOT NULL DEFAULT '',
  statute_id INTEGER NOT NULL REFERENCES statute (id),
  parent_id INTEGER REFERENCES body (id),
  site_id INTEGER REFERENCES site (id),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date)),
  CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
INSERT INTO body VALUES(1890748063936312883,'CPER-01',1,'1D','Premier degré','Primary education',8084911050856847527,NULL,NULL,'','');
INSERT INTO body VALUES(2278828406977187890,'CPER-02',2,'2D','Second degré lettres','Secondary – French literature',8084911050856847527,NULL,NULL,'','');
INSERT INTO body VALUES(2868839540436006258,'K1-N',NULL,'','Sous-conseil Nord','',8084911050856847527,3798942431507431666,1265180110967313332,'','');
INSERT INTO body VALUES(3798942431507431666,'K1',NULL,'','Conseil de mathématiques','Mathematics council',8084911050856847527,NULL,NULL,'','');
CREATE TABLE body_mention (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES body (id),
  mention_id INTEGER NOT NULL REFERENCES mention (id),
  UNIQUE (body_id, mention_id)
) STRICT;
INSERT INTO body_mention VALUES(9098563821330842174,3798942431507431666,449103355366260047);
CREATE TABLE body_course (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES body (id),
  course_id INTEGER NOT NULL REFERENCES course (id),
  UNIQUE (body_id, course_id)
) STRICT;
INSERT INTO body_course VALUES(8273389865286110548,3798942431507431666,7861090945610798586);
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES body (id),
  kind TEXT NOT NULL CHECK (kind IN ('proposal', 'decision', 'annex', 'designation')),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reference TEXT NOT NULL DEFAULT '',
  signatory TEXT NOT NULL DEFAULT '',
  side TEXT NOT NULL DEFAULT '' CHECK (side IN ('', 'university', 'rectorat', 'other'))
) STRICT;
INSERT INTO decision VALUES(1311470811974714945,3798942431507431666,'decision','2026-07-06','Arrêté 2026-41','','');
INSERT INTO decision VALUES(2047319441100431087,3798942431507431666,'decision','2025-07-07','Arrêté 2025-41','Ivan Loubet','university');
INSERT INTO decision VALUES(2612073257827208265,3798942431507431666,'proposal','2026-06-25','COSP, point 1','','');
CREATE TABLE mandate (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES body (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  category_id INTEGER NOT NULL REFERENCES category (id),
  function TEXT NOT NULL DEFAULT '' CHECK (function IN ('', 'chair', 'secretary')),
  represents_employer INTEGER NOT NULL DEFAULT 0 CHECK (represents_employer IN (0, 1)),
  institution_id INTEGER REFERENCES institution (id),
  from_date TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_date TEXT NOT NULL DEFAULT '' CHECK (to_date = '' OR (to_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND to_date >= from_date)),
  replaces_id INTEGER REFERENCES mandate (id)
) STRICT;
INSERT INTO mandate VALUES(265515546888940177,3798942431507431666,6362266548001808141,3727343498630883515,'',0,NULL,'2025-09-01','',NULL);
INSERT INTO mandate VALUES(722521317805139933,3798942431507431666,7687626429108956431,8376974837922897196,'',0,8025981027033294737,'2025-09-01','2026-08-31',NULL);
INSERT INTO mandate VALUES(3636664836403941389,3798942431507431666,5226290367226662088,8376974837922897196,'',0,7393699452849804004,'2026-09-01','',722521317805139933);
INSERT INTO mandate VALUES(3961268404886706855,3798942431507431666,9008511311691074731,1766606535146567782,'',0,NULL,'','',NULL);
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('created','1788336060000000');
INSERT INTO meta VALUES('generation','5f552ce482f2aa473fef8030ddc2d772');
INSERT INTO meta VALUES('last_backup_day','2026-09-02');
INSERT INTO meta VALUES('last_integrity_check','1788336060000000');
INSERT INTO meta VALUES('uuid','5f552ce482f2aa473fef8030ddc2d772');
CREATE TABLE journal_entry ( id INTEGER PRIMARY KEY, instant INTEGER NOT NULL, author TEXT NOT NULL, label TEXT NOT NULL, kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2, 3)), target INTEGER, undone_by INTEGER, first_change INTEGER NOT NULL, open INTEGER CHECK (open = 1)) STRICT;
INSERT INTO journal_entry VALUES(1,1788336060000000,'Coordination','{"id":"Reference data"}',3,NULL,NULL,1,NULL);
INSERT INTO journal_entry VALUES(2,1788336120000000,'Coordination','{"id":"Imported {n} setting from {file}","plural":"Imported {n} settings from {file}","n":3,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,42,NULL);
INSERT INTO journal_entry VALUES(3,1788336180000000,'Coordination','{"id":"Imported {n} institution from {file}","plural":"Imported {n} institutions from {file}","n":4,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,45,NULL);
INSERT INTO journal_entry VALUES(4,1788336240000000,'Coordination','{"id":"Imported {n} site from {file}","plural":"Imported {n} sites from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,49,NULL);
INSERT INTO journal_entry VALUES(5,1788336300000000,'Coordination','{"id":"Imported {n} person from {file}","plural":"Imported {n} people from {file}","n":5,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,51,NULL);
INSERT INTO journal_entry VALUES(6,1788336360000000,'Coordination','{"id":"Imported {n} home institution from {file}","plural":"Imported {n} home institutions from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,60,NULL);
INSERT INTO journal_entry VALUES(7,1788336420000000,'Coordination','{"id":"Imported {n} mention from {file}","plural":"Imported {n} mentions from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,62,NULL);
INSERT INTO journal_entry VALUES(8,1788336480000000,'Coordination','{"id":"Imported {n} course from {file}","plural":"Imported {n} courses from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,64,NULL);
INSERT INTO journal_entry VALUES(9,1788336540000000,'Coordination','{"id":"Imported {n} council from {file}","plural":"Imported {n} councils from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,72,NULL);
INSERT INTO journal_entry VALUES(10,1788336600000000,'Coordination','{"id":"Imported {n} decision from {file}","plural":"Imported {n} decisions from {file}","n":1,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,78,NULL);
INSERT INTO journal_entry VALUES(11,1788336660000000,'Coordination','{"id":"Imported {n} mandate from {file}","plural":"Imported {n} mandates from {file}","n":4,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,79,NULL);
INSERT INTO journal_entry VALUES(12,1788336720000000,'Coordination','{"id":"Imported {n} teaching assignment from {file}","plural":"Imported {n} teaching assignments from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,83,NULL);
INSERT INTO journal_entry VALUES(13,1788336780000000,'Coordination','{"id":"Imported {n} enrolment from {file}","plural":"Imported {n} enrolments from {file}","n":1,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,85,NULL);
INSERT INTO journal_entry VALUES(14,1788336840000000,'Coordination','{"id":"Imported {n} person from {file}","plural":"Imported {n} people from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,21,86,NULL);
INSERT INTO journal_entry VALUES(15,1788336900000000,'Coordination','{"id":"Imported {n} person from {file}","plural":"Imported {n} people from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',1,14,16,88,NULL);
INSERT INTO journal_entry VALUES(16,1788336960000000,'Coordination','{"id":"Imported {n} person from {file}","plural":"Imported {n} people from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',2,15,NULL,90,NULL);
INSERT INTO journal_entry VALUES(17,1788337020000000,'Coordination','{"id":"Imported {n} person from {file}","plural":"Imported {n} people from {file}","n":1,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,18,92,NULL);
INSERT INTO journal_entry VALUES(18,1788337080000000,'Coordination','{"id":"Imported {n} person from {file}","plural":"Imported {n} people from {file}","n":1,"args":{"file":{"t":"text","v":"t.csv"}}}',1,17,NULL,93,NULL);
INSERT INTO journal_entry VALUES(19,1788337140000000,'Coordination','{"id":"Imported {n} institution from {file}","plural":"Imported {n} institutions from {file}","n":1,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,94,NULL);
INSERT INTO journal_entry VALUES(20,1788337200000000,'Coordination','{"id":"Imported {n} site from {file}","plural":"Imported {n} sites from {file}","n":1,"args":{"file":{"t":"text","v":"t.csv"}}}',0,NULL,NULL,95,NULL);
INSERT INTO journal_entry VALUES(21,1788337260000000,'Coordination','{"id":"Imported {n} person from {file}","plural":"Imported {n} people from {file}","n":2,"args":{"file":{"t":"text","v":"t.csv"}}}',1,14,NULL,96,NULL);
CREATE TABLE journal_change ( id INTEGER PRIMARY KEY, entry INTEGER NOT NULL, table_name TEXT NOT NULL, row INTEGER NOT NULL, operation INTEGER NOT NULL, before TEXT, after TEXT) STRICT;
INSERT INTO journal_change VALUES(1,1,'statute',8084911050856847527,0,NULL,NULL);
INSERT INTO journal_change VALUES(2,1,'category',8376974837922897196,0,NULL,NULL);
INSERT INTO journal_change VALUES(3,1,'category',3727343498630883515,0,NULL,NULL);
INSERT INTO journal_change VALUES(4,1,'category',1766606535146567782,0,NULL,NULL);
INSERT INTO journal_change VALUES(5,1,'category',8407459800431601144,0,NULL,NULL);
INSERT INTO journal_change VALUES(6,1,'category',3430088234347965294,0,NULL,NULL);
INSERT INTO journal_change VALUES(7,1,'category',5808099861970480573,0,NULL,NULL);
INSERT INTO journal_change VALUES(8,1,'category',7050897946904202052,0,NULL,NULL);
INSERT INTO journal_change VALUES(9,1,'category',277818937768511110,0,NULL,NULL);
INSERT INTO journal_change VALUES(10,1,'category',620076382194796169,0,NULL,NULL);
INSERT INTO journal_change VALUES(11,1,'parameter',7798789291764590062,0,NULL,NULL);
INSERT INTO journal_change VALUES(12,1,'parameter',3723083104817009959,0,NULL,NULL);
INSERT INTO journal_change VALUES(13,1,'parameter',2857380782389785691,0,NULL,NULL);
INSERT INTO journal_change VALUES(14,1,'parameter',849785777628578526,0,NULL,NULL);
INSERT INTO journal_change VALUES(15,1,'parameter',1524400294609339415,0,NULL,NULL);
INSERT INTO journal_change VALUES(16,1,'parameter',21309784128176600,0,NULL,NULL);
INSERT INTO journal_change VALUES(17,1,'parameter',47635849737464540,0,NULL,NULL);
INSERT INTO journal_change VALUES(18,1,'parameter',8772711108074848844,0,NULL,NULL);
INSERT INTO journal_change VALUES(19,1,'parameter',3330021723416741506,0,NULL,NULL);
INSERT INTO journal_change VALUES(20,1,'parameter',6469982327172300443,0,NULL,NULL);
INSERT INTO journal_change VALUES(21,1,'parameter',6707704171876379863,0,NULL,NULL);
INSERT INTO journal_change VALUES(22,1,'parameter',2965237838167070621,0,NULL,NULL);
INSERT INTO journal_change VALUES(23,1,'statute_rule',1068499332377578660,0,NULL,NULL);
INSERT INTO journal_change VALUES(24,1,'statute_rule',7742312428885929974,0,NULL,NULL);
INSERT INTO journal_change VALUES(25,1,'statute_rule',5412506863342879829,0,NULL,NULL);
INSERT INTO journal_change VALUES(26,1,'statute_rule',3496162499683250079,0,NULL,NULL);
INSERT INTO journal_change VALUES(27,1,'statute_rule',3935477658269034949,0,NULL,NULL);
INSERT INTO journal_change VALUES(28,1,'statute_rule',1713716289474612290,0,NULL,NULL);
INSERT INTO journal_change VALUES(29,1,'statute_rule',1756173099430930436,0,NULL,NULL);
INSERT INTO journal_change VALUES(30,1,'statute_rule',8570859271002628999,0,NULL,NULL);
INSERT INTO journal_change VALUES(31,1,'statute_rule',6384133863821015215,0,NULL,NULL);
INSERT INTO journal_change VALUES(32,1,'statute_rule',7692620860237814100,0,NULL,NULL);
INSERT INTO journal_change VALUES(33,1,'statute_rule',7485114837213641089,0,NULL,NULL);
INSERT INTO journal_change VALUES(34,1,'statute_rule',1268611178871191462,0,NULL,NULL);
INSERT INTO journal_change VALUES(35,1,'statute_rule',8196939995314332851,0,NULL,NULL);
INSERT INTO journal_change VALUES(36,1,'statute_rule',6476175560162252275,0,NULL,NULL);
INSERT INTO journal_change VALUES(37,1,'statute_rule',6790670593712771228,0,NULL,NULL);
INSERT INTO journal_change VALUES(38,1,'statute_rule',5766546061229534401,0,NULL,NULL);
INSERT INTO journal_change VALUES(39,1,'statute_rule',3306856924514895744,0,NULL,NULL);
INSERT INTO journal_change VALUES(40,1,'body',1890748063936312883,0,NULL,NULL);
INSERT INTO journal_change VALUES(41,1,'body',2278828406977187890,0,NULL,NULL);
INSERT INTO journal_change VALUES(42,2,'setting',4689417271487893854,0,NULL,NULL);
INSERT INTO journal_change VALUES(43,2,'setting',7281357885678180533,0,NULL,NULL);
INSERT INTO journal_change VALUES(44,2,'setting',6897020350007722980,0,NULL,NULL);
INSERT INTO journal_change VALUES(45,3,'institution',5817391136426328450,0,NULL,NULL);
INSERT INTO journal_change VALUES(46,3,'institution',8025981027033294737,0,NULL,NULL);
INSERT INTO journal_change VALUES(47,3,'institution',7393699452849804004,0,NULL,NULL);
INSERT INTO journal_change VALUES(48,3,'institution',5996356710846089962,0,NULL,NULL);
INSERT INTO journal_change VALUES(49,4,'site',1265180110967313332,0,NULL,NULL);
INSERT INTO journal_change VALUES(50,4,'site',5170658737570997413,0,NULL,NULL);
INSERT INTO journal_change VALUES(51,5,'person',7687626429108956431,0,NULL,NULL);
INSERT INTO journal_change VALUES(52,5,'affiliation',670125016645989772,0,NULL,NULL);
INSERT INTO journal_change VALUES(53,5,'person',5226290367226662088,0,NULL,NULL);
INSERT INTO journal_change VALUES(54,5,'affiliation',4959377010506903977,0,NULL,NULL);
INSERT INTO journal_change VALUES(55,5,'person',6362266548001808141,0,NULL,NULL);
INSERT INTO journal_change VALUES(56,5,'affiliation',8113531007194860141,0,NULL,NULL);
INSERT INTO journal_change VALUES(57,5,'person',9008511311691074731,0,NULL,NULL);
INSERT INTO journal_change VALUES(58,5,'person',4824578502721885545,0,NULL,NULL);
INSERT INTO journal_change VALUES(59,5,'affiliation',3532211582096483115,0,NULL,NULL);
INSERT INTO journal_change VALUES(60,6,'affiliation',1115436449555665006,0,NULL,NULL);
INSERT INTO journal_change VALUES(61,6,'affiliation',6255863621463408167,0,NULL,NULL);
INSERT INTO journal_change VALUES(62,7,'mention',449103355366260047,0,NULL,NULL);
INSERT INTO journal_change VALUES(63,7,'mention',5573481420429128725,0,NULL,NULL);
INSERT INTO journal_change VALUES(64,8,'course',7861090945610798586,0,NULL,NULL);
INSERT INTO journal_change VALUES(65,8,'course_site',7717802757670082059,0,NULL,NULL);
INSERT INTO journal_change VALUES(66,8,'course_site',7991998106383333911,0,NULL,NULL);
INSERT INTO journal_change VALUES(67,8,'course_component',5707745763805256168,0,NULL,NULL);
INSERT INTO journal_change VALUES(68,8,'course_component',8946493592824107729,0,NULL,NULL);
INSERT INTO journal_change VALUES(69,8,'course',827619684827728621,0,NULL,NULL);
INSERT INTO journal_change VALUES(70,8,'course_site',6613506744133169960,0,NULL,NULL);
INSERT INTO journal_change VALUES(71,8,'course_component',9154890048589209121,0,NULL,NULL);
INSERT INTO journal_change VALUES(72,9,'body',3798942431507431666,0,NULL,NULL);
INSERT INTO journal_change VALUES(73,9,'body_mention',9098563821330842174,0,NULL,NULL);
INSERT INTO journal_change VALUES(74,9,'body_course',8273389865286110548,0,NULL,NULL);
INSERT INTO journal_change VALUES(75,9,'decision',1311470811974714945,0,NULL,NULL);
INSERT INTO journal_change VALUES(76,9,'decision',2612073257827208265,0,NULL,NULL);
INSERT INTO journal_change VALUES(77,9,'body',2868839540436006258,0,NULL,NULL);
INSERT INTO journal_change VALUES(78,10,'decision',2047319441100431087,0,NULL,NULL);
INSERT INTO journal_change VALUES(79,11,'mandate',722521317805139933,0,NULL,NULL);
INSERT INTO journal_change VALUES(80,11,'mandate',265515546888940177,0,NULL,NULL);
INSERT INTO journal_change VALUES(81,11,'mandate',3961268404886706855,0,NULL,NULL);
INSERT INTO journal_change VALUES(82,11,'mandate',3636664836403941389,0,NULL,NULL);
INSERT INTO journal_change VALUES(83,12,'teaching',4292066881931293537,0,NULL,NULL);
INSERT INTO journal_change VALUES(84,12,'teaching',3992600113974132638,0,NULL,NULL);
INSERT INTO journal_change VALUES(85,13,'enrolment',7114064447602100137,0,NULL,NULL);
INSERT INTO journal_change VALUES(86,14,'person',6362266548001808141,1,'{"family_name":"Cazenave"}','{"family_name":"Cazenave-Duval"}');
INSERT INTO journal_change VALUES(87,14,'person',4824578502721885545,1,'{"family_name":"L’Hermite-Œuvrard"}','{"family_name":"Hermite"}');
INSERT INTO journal_change VALUES(88,15,'person',4824578502721885545,1,'{"family_name":"Hermite"}','{"family_name":"L’Hermite-Œuvrard"}');
INSERT INTO journal_change VALUES(89,15,'person',6362266548001808141,1,'{"family_name":"Cazenave-Duval"}','{"family_name":"Cazenave"}');
INSERT INTO journal_change VALUES(90,16,'person',6362266548001808141,1,'{"family_name":"Cazenave"}','{"family_name":"Cazenave-Duval"}');
INSERT INTO journal_change VALUES(91,16,'person',4824578502721885545,1,'{"family_name":"L’Hermite-Œuvrard"}','{"family_name":"Hermite"}');
INSERT INTO journal_change VALUES(92,17,'person',3676530691901710540,0,NULL,NULL);
INSERT INTO journal_change VALUES(93,18,'person',3676530691901710540,2,'{"code":"P6","civility":"","family_name":"Provisoire","given_name":"Zoé","corps":"","disciplines":"","email":"","phone":""}',NULL);
INSERT INTO journal_change VALUES(94,19,'institution',5996356710846089962,1,'{"name":"Lycée « Les Ormes »","uai":""}','{"name":"Lycée des Ormes","uai":"0961300S"}');
INSERT INTO journal_change VALUES(95,20,'site',5170658737570997413,1,'{"name":"Valmer Sud"}','{"name":"Valmer Sud, bâtiment B"}');
INSERT INTO journal_change VALUES(96,21,'person',4824578502721885545,1,'{"family_name":"Hermite"}','{"family_name":"L’Hermite-Œuvrard"}');
INSERT INTO journal_change VALUES(97,21,'person',6362266548001808141,1,'{"family_name":"Cazenave-Duval"}','{"family_name":"Cazenave"}');
CREATE TABLE journal_row ( row INTEGER NOT NULL, change INTEGER NOT NULL, PRIMARY KEY (row, change)) STRICT, WITHOUT ROWID;
INSERT INTO journal_row VALUES(21309784128176600,16);
INSERT INTO journal_row VALUES(47635849737464540,17);
INSERT INTO journal_row VALUES(265515546888940177,80);
INSERT INTO journal_row VALUES(277818937768511110,9);
INSERT INTO journal_row VALUES(449103355366260047,62);
INSERT INTO journal_row VALUES(620076382194796169,10);
INSERT INTO journal_row VALUES(670125016645989772,52);
INSERT INTO journal_row VALUES(722521317805139933,79);
INSERT INTO journal_row VALUES(827619684827728621,69);
INSERT INTO journal_row VALUES(849785777628578526,14);
INSERT INTO journal_row VALUES(1068499332377578660,23);
INSERT INTO journal_row VALUES(1115436449555665006,60);
INSERT INTO journal_row VALUES(1265180110967313332,49);
INSERT INTO journal_row VALUES(1268611178871191462,34);
INSERT INTO journal_row VALUES(1311470811974714945,75);
INSERT INTO journal_row VALUES(1524400294609339415,15);
INSERT INTO journal_row VALUES(1713716289474612290,28);
INSERT INTO journal_row VALUES(1756173099430930436,29);
INSERT INTO journal_row VALUES(1766606535146567782,4);
INSERT INTO journal_row VALUES(1890748063936312883,40);
INSERT INTO journal_row VALUES(2047319441100431087,78);
INSERT INTO journal_row VALUES(2278828406977187890,41);
INSERT INTO journal_row VALUES(2612073257827208265,76);
INSERT INTO journal_row VALUES(2857380782389785691,13);
INSERT INTO journal_row VALUES(2868839540436006258,77);
INSERT INTO journal_row VALUES(2965237838167070621,22);
INSERT INTO journal_row VALUES(3306856924514895744,39);
INSERT INTO journal_row VALUES(3330021723416741506,19);
INSERT INTO journal_row VALUES(3430088234347965294,6);
INSERT INTO journal_row VALUES(3496162499683250079,26);
INSERT INTO journal_row VALUES(3532211582096483115,59);
INSERT INTO journal_row VALUES(3636664836403941389,82);
INSERT INTO journal_row VALUES(3676530691901710540,92);
INSERT INTO journal_row VALUES(3676530691901710540,93);
INSERT INTO journal_row VALUES(3723083104817009959,12);
INSERT INTO journal_row VALUES(3727343498630883515,3);
INSERT INTO journal_row VALUES(3798942431507431666,72);
INSERT INTO journal_row VALUES(3935477658269034949,27);
INSERT INTO journal_row VALUES(3961268404886706855,81);
INSERT INTO journal_row VALUES(3992600113974132638,84);
INSERT INTO journal_row VALUES(4292066881931293537,83);
INSERT INTO journal_row VALUES(4689417271487893854,42);
INSERT INTO journal_row VALUES(4824578502721885545,58);
INSERT INTO journal_row VALUES(4824578502721885545,87);
INSERT INTO journal_row VALUES(4824578502721885545,88);
INSERT INTO journal_row VALUES(4824578502721885545,91);
INSERT INTO journal_row VALUES(4824578502721885545,96);
INSERT INTO journal_row VALUES(4959377010506903977,54);
INSERT INTO journal_row VALUES(5170658737570997413,50);
INSERT INTO journal_row VALUES(5170658737570997413,95);
INSERT INTO journal_row VALUES(5226290367226662088,53);
INSERT INTO journal_row VALUES(5412506863342879829,25);
INSERT INTO journal_row VALUES(5573481420429128725,63);
INSERT INTO journal_row VALUES(5707745763805256168,67);
INSERT INTO journal_row VALUES(5766546061229534401,38);
INSERT INTO journal_row VALUES(5808099861970480573,7);
INSERT INTO journal_row VALUES(5817391136426328450,45);
INSERT INTO journal_row VALUES(5996356710846089962,48);
INSERT INTO journal_row VALUES(5996356710846089962,94);
INSERT INTO journal_row VALUES(6255863621463408167,61);
INSERT INTO journal_row VALUES(6362266548001808141,55);
INSERT INTO journal_row VALUES(6362266548001808141,86);
INSERT INTO journal_row VALUES(6362266548001808141,89);
INSERT INTO journal_row VALUES(6362266548001808141,90);
INSERT INTO journal_row VALUES(6362266548001808141,97);
INSERT INTO journal_row VALUES(6384133863821015215,31);
INSERT INTO journal_row VALUES(6469982327172300443,20);
INSERT INTO journal_row VALUES(6476175560162252275,36);
INSERT INTO journal_row VALUES(6613506744133169960,70);
INSERT INTO journal_row VALUES(6707704171876379863,21);
INSERT INTO journal_row VALUES(6790670593712771228,37);
INSERT INTO journal_row VALUES(6897020350007722980,44);
INSERT INTO journal_row VALUES(7050897946904202052,8);
INSERT INTO journal_row VALUES(7114064447602100137,85);
INSERT INTO journal_row VALUES(7281357885678180533,43);
INSERT INTO journal_row VALUES(7393699452849804004,47);
INSERT INTO journal_row VALUES(7485114837213641089,33);
INSERT INTO journal_row VALUES(7687626429108956431,51);
INSERT INTO journal_row VALUES(7692620860237814100,32);
INSERT INTO journal_row VALUES(7717802757670082059,65);
INSERT INTO journal_row VALUES(7742312428885929974,24);
INSERT INTO journal_row VALUES(7798789291764590062,11);
INSERT INTO journal_row VALUES(7861090945610798586,64);
INSERT INTO journal_row VALUES(7991998106383333911,66);
INSERT INTO journal_row VALUES(8025981027033294737,46);
INSERT INTO journal_row VALUES(8084911050856847527,1);
INSERT INTO journal_row VALUES(8113531007194860141,56);
INSERT INTO journal_row VALUES(8196939995314332851,35);
INSERT INTO journal_row VALUES(8273389865286110548,74);
INSERT INTO journal_row VALUES(8376974837922897196,2);
INSERT INTO journal_row VALUES(8407459800431601144,5);
INSERT INTO journal_row VALUES(8570859271002628999,30);
INSERT INTO journal_row VALUES(8772711108074848844,18);
INSERT INTO journal_row VALUES(8946493592824107729,68);
INSERT INTO journal_row VALUES(9008511311691074731,57);
INSERT INTO journal_row VALUES(9098563821330842174,73);
INSERT INTO journal_row VALUES(9154890048589209121,71);
CREATE TABLE search_word ( word TEXT NOT NULL, entity INTEGER NOT NULL, first INTEGER NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (word, entity, first)) STRICT, WITHOUT ROWID;
INSERT INTO search_word VALUES('01',7,0,'0cxHKXqfbNn');
INSERT INTO search_word VALUES('02',7,0,'0yV0_n4wS-m');
INSERT INTO search_word VALUES('0961201j',1,0,'41vWaeiBc51');
INSERT INTO search_word VALUES('0961202k',1,0,'5xX-nWuL1TG');
INSERT INTO search_word VALUES('0961300s',1,0,'4BrKeXFVgfe');
INSERT INTO search_word VALUES('1',8,0,'1FzwgbZ4cl8');
INSERT INTO search_word VALUES('2025',8,0,'0ldXXwwXhvj');
INSERT INTO search_word VALUES('2026',8,0,'07nGw481wO0');
INSERT INTO search_word VALUES('41',8,0,'07nGw481wO00ldXXwwXhvj');
INSERT INTO search_word VALUES('arrete',8,0,'07nGw481wO00ldXXwwXhvj');
INSERT INTO search_word VALUES('arretee',8,0,'07nGw481wO00ldXXwwXhvj');
INSERT INTO search_word VALUES('aubrac',3,0,'5ejvs5cwPoE');
INSERT INTO search_word VALUES('b',2,0,'3U0rfbvg5H_');
INSERT INTO search_word VALUES('batiment',2,0,'3U0rfbvg5H_');
INSERT INTO search_word VALUES('batimente',2,0,'3U0rfbvg5H_');
INSERT INTO search_word VALUES('breval',3,0,'3X6VqNU_on7');
INSERT INTO search_word VALUES('c1',5,0,'5oNC81k9xMu');
INSERT INTO search_word VALUES('c2',5,0,'-hwHvUfGkfh');
INSERT INTO search_word VALUES('cazenave',3,0,'4WAIvSrztwC');
INSERT INTO search_word VALUES('conseil',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('conseil',7,0,'1UF9_mxH6Km2HsYVD79B2m');
INSERT INTO search_word VALUES('cosp',8,0,'1FzwgbZ4cl8');
INSERT INTO search_word VALUES('council',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('council',7,0,'2HsYVD79B2m');
INSERT INTO search_word VALUES('cper',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('cper',7,0,'0cxHKXqfbNn0yV0_n4wS-m');
INSERT INTO search_word VALUES('de',1,0,'41vWaeiBc515PQgbeM6CAZ5xX-nWuL1TG');
INSERT INTO search_word VALUES('de',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('de',7,0,'2HsYVD79B2m');
INSERT INTO search_word VALUES('degre',4,0,'-NvXGxB1fpE3pNyx91ujFK');
INSERT INTO search_word VALUES('degre',7,0,'0cxHKXqfbNn0yV0_n4wS-m');
INSERT INTO search_word VALUES('des',1,0,'4BrKeXFVgfe');
INSERT INTO search_word VALUES('des',5,0,'5oNC81k9xMu');
INSERT INTO search_word VALUES('didactique',3,0,'5ejvs5cwPoE');
INSERT INTO search_word VALUES('dorval',3,0,'6o3eJwFQomf');
INSERT INTO search_word VALUES('du',1,0,'41vWaeiBc515PQgbeM6CAZ5xX-nWuL1TG');
INSERT INTO search_word VALUES('du',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('du',7,0,'2HsYVD79B2m');
INSERT INTO search_word VALUES('ecoles',5,0,'5oNC81k9xMu');
INSERT INTO search_word VALUES('education',7,0,'0cxHKXqfbNn');
INSERT INTO search_word VALUES('eloise',3,0,'5ejvs5cwPoE');
INSERT INTO search_word VALUES('example',3,0,'5ejvs5cwPoE');
INSERT INTO search_word VALUES('french',7,0,'0yV0_n4wS-m');
INSERT INTO search_word VALUES('hermite',3,0,'3AoL8N_iKKd');
INSERT INTO search_word VALUES('ia',3,0,'3X6VqNU_on7');
INSERT INTO search_word VALUES('improvement',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('improvemente',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('ines',3,0,'4WAIvSrztwC');
INSERT INTO search_word VALUES('inspe',1,0,'5xX-nWuL1TG');
INSERT INTO search_word VALUES('ipr',3,0,'3X6VqNU_on7');
INSERT INTO search_word VALUES('k1',7,0,'1UF9_mxH6Km2HsYVD79B2m');
INSERT INTO search_word VALUES('l',3,0,'3AoL8N_iKKd');
INSERT INTO search_word VALUES('lettres',3,0,'4WAIvSrztwC');
INSERT INTO search_word VALUES('lettres',5,0,'-hwHvUfGkfh');
INSERT INTO search_word VALUES('lettres',7,0,'0yV0_n4wS-m');
INSERT INTO search_word VALUES('literature',7,0,'0yV0_n4wS-m');
INSERT INTO search_word VALUES('luc',3,0,'3X6VqNU_on7');
INSERT INTO search_word VALUES('lyc',1,0,'4BrKeXFVgfe');
INSERT INTO search_word VALUES('lycee',1,0,'4BrKeXFVgfe');
INSERT INTO search_word VALUES('m1',4,0,'-NvXGxB1fpE');
INSERT INTO search_word VALUES('m2',4,0,'3pNyx91ujFK');
INSERT INTO search_word VALUES('mathematics',7,0,'2HsYVD79B2m');
INSERT INTO search_word VALUES('mathematiques',3,0,'3X6VqNU_on7');
INSERT INTO search_word VALUES('mathematiques',7,0,'2HsYVD79B2m');
INSERT INTO search_word VALUES('mcf',3,0,'5ejvs5cwPoE');
INSERT INTO search_word VALUES('meef',4,0,'-NvXGxB1fpE3pNyx91ujFK');
INSERT INTO search_word VALUES('mesure',3,0,'5ejvs5cwPoE');
INSERT INTO search_word VALUES('n',7,0,'1UF9_mxH6Km');
INSERT INTO search_word VALUES('noe',3,0,'3AoL8N_iKKd');
INSERT INTO search_word VALUES('nord',2,0,'05DodiI58Do');
INSERT INTO search_word VALUES('nord',7,0,'1UF9_mxH6Km');
INSERT INTO search_word VALUES('oeuvrard',3,0,'3AoL8N_iKKd');
INSERT INTO search_word VALUES('org',3,0,'5ejvs5cwPoE');
INSERT INTO search_word VALUES('ormes',1,0,'4BrKeXFVgfe');
INSERT INTO search_word VALUES('p1',3,0,'5ejvs5cwPoE');
INSERT INTO search_word VALUES('p2',3,0,'3X6VqNU_on7');
INSERT INTO search_word VALUES('p3',3,0,'4WAIvSrztwC');
INSERT INTO search_word VALUES('p4',3,0,'6o3eJwFQomf');
INSERT INTO search_word VALUES('p5',3,0,'3AoL8N_iKKd');
INSERT INTO search_word VALUES('perfectionnement',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('perfectionnemente',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('point',8,0,'1FzwgbZ4cl8');
INSERT INTO search_word VALUES('pointe',8,0,'1FzwgbZ4cl8');
INSERT INTO search_word VALUES('pr',3,0,'3AoL8N_iKKd');
INSERT INTO search_word VALUES('prag',3,0,'4WAIvSrztwC');
INSERT INTO search_word VALUES('premier',4,0,'-NvXGxB1fpE');
INSERT INTO search_word VALUES('premier',7,0,'0cxHKXqfbNn');
INSERT INTO search_word VALUES('premiere',4,0,'-NvXGxB1fpE');
INSERT INTO search_word VALUES('premiere',7,0,'0cxHKXqfbNn');
INSERT INTO search_word VALUES('primary',4,0,'-NvXGxB1fpE');
INSERT INTO search_word VALUES('primary',5,0,'5oNC81k9xMu');
INSERT INTO search_word VALUES('primary',7,0,'0cxHKXqfbNn');
INSERT INTO search_word VALUES('professorat',5,0,'5oNC81k9xMu');
INSERT INTO search_word VALUES('professorate',5,0,'5oNC81k9xMu');
INSERT INTO search_word VALUES('programme',6,0,'6-nMwEPwxXb');
INSERT INTO search_word VALUES('rect',1,0,'5PQgbeM6CAZ');
INSERT INTO search_word VALUES('rectorat',1,0,'5PQgbeM6CAZ');
INSERT INTO search_word VALUES('rectorate',1,0,'5PQgbeM6CAZ');
INSERT INTO search_word VALUES('sacha',3,0,'6o3eJwFQomf');
INSERT INTO search_word VALUES('second',4,0,'3pNyx91ujFK');
INSERT INTO search_word VALUES('second',7,0,'0yV0_n4wS-m');
INSERT INTO search_word VALUES('secondary',7,0,'0yV0_n4wS-m');
INSERT INTO search_word VALUES('sous',7,0,'1UF9_mxH6Km');
INSERT INTO search_word VALUES('sud',2,0,'3U0rfbvg5H_');
INSERT INTO search_word VALUES('teaching',5,0,'5oNC81k9xMu');
INSERT INTO search_word VALUES('universite',1,0,'41vWaeiBc51');
INSERT INTO search_word VALUES('universitee',1,0,'41vWaeiBc51');
INSERT INTO search_word VALUES('uv',1,0,'41vWaeiBc51');
INSERT INTO search_word VALUES('valmer',1,0,'41vWaeiBc515PQgbeM6CAZ5xX-nWuL1TG');
INSERT INTO search_word VALUES('valmer',2,0,'05DodiI58Do3U0rfbvg5H_');
INSERT INTO search_word VALUES('valmere',1,0,'41vWaeiBc515PQgbeM6CAZ5xX-nWuL1TG');
INSERT INTO search_word VALUES('valmere',2,0,'05DodiI58Do3U0rfbvg5H_');
CREATE TABLE search_entity ( number INTEGER PRIMARY KEY, table_name TEXT NOT NULL UNIQUE, columns TEXT NOT NULL) STRICT;
INSERT INTO search_entity VALUES(1,'institution','1 "institution"."code", "institution"."name", "institution"."short_name", "institution"."uai"');
INSERT INTO search_entity VALUES(2,'site','1 "site"."code", "site"."name"');
INSERT INTO search_entity VALUES(3,'person','1 "person"."code", "person"."family_name", "person"."given_name", "person"."corps", "person"."disciplines", "person"."email"');
INSERT INTO search_entity VALUES(4,'mention','1 "mention"."code", "mention"."name_fr", "mention"."name_en"');
INSERT INTO search_entity VALUES(5,'course','1 "course"."code", "course"."name_fr", "course"."name_en"');
INSERT INTO search_entity VALUES(6,'statute','1 "statute"."code", "statute"."name_fr", "statute"."name_en"');
INSERT INTO search_entity VALUES(7,'body','1 "body"."code", "body"."name_fr", "body"."name_en"');
INSERT INTO search_entity VALUES(8,'decision','1 "decision"."reference"');
CREATE INDEX institution_parent ON institution (parent_id);
CREATE INDEX site_institution ON site (institution_id);
CREATE INDEX person_name ON person (family_name COLLATE NOCASE, given_name COLLATE NOCASE, id);
CREATE INDEX affiliation_person ON affiliation (person_id, from_date);
CREATE INDEX affiliation_institution ON affiliation (institution_id);
CREATE INDEX mention_head ON mention (head_id);
CREATE INDEX mention_head_deputy ON mention (head_deputy_id);
CREATE INDEX course_mention ON course (mention_id);
CREATE INDEX course_head ON course (head_id);
CREATE INDEX course_site_site ON course_site (site_id);
CREATE INDEX course_component_institution ON course_component (institution_id);
CREATE INDEX teaching_course ON teaching (course_id, year);
CREATE INDEX enrolment_course ON enrolment (course_id, year);
CREATE INDEX body_statute ON body (statute_id);
CREATE INDEX body_parent ON body (parent_id);
CREATE INDEX body_site ON body (site_id);
CREATE INDEX body_mention_mention ON body_mention (mention_id);
CREATE INDEX body_course_course ON body_course (course_id);
CREATE INDEX decision_body ON decision (body_id, kind, date);
CREATE INDEX mandate_body ON mandate (body_id, from_date);
CREATE INDEX mandate_person ON mandate (person_id);
CREATE INDEX mandate_category ON mandate (category_id);
CREATE INDEX mandate_institution ON mandate (institution_id);
CREATE INDEX mandate_replaces ON mandate (replaces_id);
CREATE INDEX journal_change_deleted ON journal_change (table_name) WHERE operation = 2;
CREATE TRIGGER "journal_course_update" AFTER UPDATE ON "course" WHEN OLD.id IS NOT NEW.id OR OLD."code" IS NOT NEW."code" OR OLD."name_fr" IS NOT NEW."name_fr" OR OLD."name_en" IS NOT NEW."name_en" OR OLD."mention_id" IS NOT NEW."mention_id" OR OLD."head_id" IS NOT NEW."head_id" OR OLD."from_date" IS NOT NEW."from_date" OR OLD."to_date" IS NOT NEW."to_date" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course', NEW.id, 1, '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(OLD."code"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(OLD."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(OLD."name_en"), '') || iif(OLD."mention_id" IS NOT NEW."mention_id", ',"mention_id":' || json_quote(OLD."mention_id"), '') || iif(OLD."head_id" IS NOT NEW."head_id", ',"head_id":' || json_quote(OLD."head_id"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(OLD."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(OLD."to_date"), ''), 2) || '}', '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(NEW."code"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(NEW."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(NEW."name_en"), '') || iif(OLD."mention_id" IS NOT NEW."mention_id", ',"mention_id":' || json_quote(NEW."mention_id"), '') || iif(OLD."head_id" IS NOT NEW."head_id", ',"head_id":' || json_quote(NEW."head_id"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(NEW."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(NEW."to_date"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_setting_update" AFTER UPDATE ON "setting" WHEN OLD.id IS NOT NEW.id OR OLD."name" IS NOT NEW."name" OR OLD."value" IS NOT NEW."value" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'setting', NEW.id, 1, '{' || substr(iif(OLD."name" IS NOT NEW."name", ',"name":' || json_quote(OLD."name"), '') || iif(OLD."value" IS NOT NEW."value", ',"value":' || json_quote(OLD."value"), ''), 2) || '}', '{' || substr(iif(OLD."name" IS NOT NEW."name", ',"name":' || json_quote(NEW."name"), '') || iif(OLD."value" IS NOT NEW."value", ',"value":' || json_quote(NEW."value"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_person_delete" AFTER DELETE ON "person" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'person', OLD.id, 2, '{' || substr(',"code":' || json_quote(OLD."code") || ',"civility":' || json_quote(OLD."civility") || ',"family_name":' || json_quote(OLD."family_name") || ',"given_name":' || json_quote(OLD."given_name") || ',"corps":' || json_quote(OLD."corps") || ',"disciplines":' || json_quote(OLD."disciplines") || ',"email":' || json_quote(OLD."email") || ',"phone":' || json_quote(OLD."phone"), 2) || '}'); END;
CREATE TRIGGER "journal_affiliation_insert" AFTER INSERT ON "affiliation" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'affiliation', NEW.id, 0); END;
CREATE TRIGGER "journal_person_update" AFTER UPDATE ON "person" WHEN OLD.id IS NOT NEW.id OR OLD."code" IS NOT NEW."code" OR OLD."civility" IS NOT NEW."civility" OR OLD."family_name" IS NOT NEW."family_name" OR OLD."given_name" IS NOT NEW."given_name" OR OLD."corps" IS NOT NEW."corps" OR OLD."disciplines" IS NOT NEW."disciplines" OR OLD."email" IS NOT NEW."email" OR OLD."phone" IS NOT NEW."phone" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'person', NEW.id, 1, '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(OLD."code"), '') || iif(OLD."civility" IS NOT NEW."civility", ',"civility":' || json_quote(OLD."civility"), '') || iif(OLD."family_name" IS NOT NEW."family_name", ',"family_name":' || json_quote(OLD."family_name"), '') || iif(OLD."given_name" IS NOT NEW."given_name", ',"given_name":' || json_quote(OLD."given_name"), '') || iif(OLD."corps" IS NOT NEW."corps", ',"corps":' || json_quote(OLD."corps"), '') || iif(OLD."disciplines" IS NOT NEW."disciplines", ',"disciplines":' || json_quote(OLD."disciplines"), '') || iif(OLD."email" IS NOT NEW."email", ',"email":' || json_quote(OLD."email"), '') || iif(OLD."phone" IS NOT NEW."phone", ',"phone":' || json_quote(OLD."phone"), ''), 2) || '}', '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(NEW."code"), '') || iif(OLD."civility" IS NOT NEW."civility", ',"civility":' || json_quote(NEW."civility"), '') || iif(OLD."family_name" IS NOT NEW."family_name", ',"family_name":' || json_quote(NEW."family_name"), '') || iif(OLD."given_name" IS NOT NEW."given_name", ',"given_name":' || json_quote(NEW."given_name"), '') || iif(OLD."corps" IS NOT NEW."corps", ',"corps":' || json_quote(NEW."corps"), '') || iif(OLD."disciplines" IS NOT NEW."disciplines", ',"disciplines":' || json_quote(NEW."disciplines"), '') || iif(OLD."email" IS NOT NEW."email", ',"email":' || json_quote(NEW."email"), '') || iif(OLD."phone" IS NOT NEW."phone", ',"phone":' || json_quote(NEW."phone"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_category_update" AFTER UPDATE ON "category" WHEN OLD.id IS NOT NEW.id OR OLD."statute_id" IS NOT NEW."statute_id" OR OLD."code" IS NOT NEW."code" OR OLD."name_fr" IS NOT NEW."name_fr" OR OLD."name_en" IS NOT NEW."name_en" OR OLD."position" IS NOT NEW."position" OR OLD."min" IS NOT NEW."min" OR OLD."max" IS NOT NEW."max" OR OLD."counts" IS NOT NEW."counts" OR OLD."votes" IS NOT NEW."votes" OR OLD."may_chair" IS NOT NEW."may_chair" OR OLD."side" IS NOT NEW."side" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'category', NEW.id, 1, '{' || substr(iif(OLD."statute_id" IS NOT NEW."statute_id", ',"statute_id":' || json_quote(OLD."statute_id"), '') || iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(OLD."code"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(OLD."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(OLD."name_en"), '') || iif(OLD."position" IS NOT NEW."position", ',"position":' || json_quote(OLD."position"), '') || iif(OLD."min" IS NOT NEW."min", ',"min":' || json_quote(OLD."min"), '') || iif(OLD."max" IS NOT NEW."max", ',"max":' || json_quote(OLD."max"), '') || iif(OLD."counts" IS NOT NEW."counts", ',"counts":' || json_quote(OLD."counts"), '') || iif(OLD."votes" IS NOT NEW."votes", ',"votes":' || json_quote(OLD."votes"), '') || iif(OLD."may_chair" IS NOT NEW."may_chair", ',"may_chair":' || json_quote(OLD."may_chair"), '') || iif(OLD."side" IS NOT NEW."side", ',"side":' || json_quote(OLD."side"), ''), 2) || '}', '{' || substr(iif(OLD."statute_id" IS NOT NEW."statute_id", ',"statute_id":' || json_quote(NEW."statute_id"), '') || iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(NEW."code"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(NEW."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(NEW."name_en"), '') || iif(OLD."position" IS NOT NEW."position", ',"position":' || json_quote(NEW."position"), '') || iif(OLD."min" IS NOT NEW."min", ',"min":' || json_quote(NEW."min"), '') || iif(OLD."max" IS NOT NEW."max", ',"max":' || json_quote(NEW."max"), '') || iif(OLD."counts" IS NOT NEW."counts", ',"counts":' || json_quote(NEW."counts"), '') || iif(OLD."votes" IS NOT NEW."votes", ',"votes":' || json_quote(NEW."votes"), '') || iif(OLD."may_chair" IS NOT NEW."may_chair", ',"may_chair":' || json_quote(NEW."may_chair"), '') || iif(OLD."side" IS NOT NEW."side", ',"side":' || json_quote(NEW."side"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_decision_update" AFTER UPDATE ON "decision" WHEN OLD.id IS NOT NEW.id OR OLD."body_id" IS NOT NEW."body_id" OR OLD."kind" IS NOT NEW."kind" OR OLD."date" IS NOT NEW."date" OR OLD."reference" IS NOT NEW."reference" OR OLD."signatory" IS NOT NEW."signatory" OR OLD."side" IS NOT NEW."side" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'decision', NEW.id, 1, '{' || substr(iif(OLD."body_id" IS NOT NEW."body_id", ',"body_id":' || json_quote(OLD."body_id"), '') || iif(OLD."kind" IS NOT NEW."kind", ',"kind":' || json_quote(OLD."kind"), '') || iif(OLD."date" IS NOT NEW."date", ',"date":' || json_quote(OLD."date"), '') || iif(OLD."reference" IS NOT NEW."reference", ',"reference":' || json_quote(OLD."reference"), '') || iif(OLD."signatory" IS NOT NEW."signatory", ',"signatory":' || json_quote(OLD."signatory"), '') || iif(OLD."side" IS NOT NEW."side", ',"side":' || json_quote(OLD."side"), ''), 2) || '}', '{' || substr(iif(OLD."body_id" IS NOT NEW."body_id", ',"body_id":' || json_quote(NEW."body_id"), '') || iif(OLD."kind" IS NOT NEW."kind", ',"kind":' || json_quote(NEW."kind"), '') || iif(OLD."date" IS NOT NEW."date", ',"date":' || json_quote(NEW."date"), '') || iif(OLD."reference" IS NOT NEW."reference", ',"reference":' || json_quote(NEW."reference"), '') || iif(OLD."signatory" IS NOT NEW."signatory", ',"signatory":' || json_quote(NEW."signatory"), '') || iif(OLD."side" IS NOT NEW."side", ',"side":' || json_quote(NEW."side"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_mandate_update" AFTER UPDATE ON "mandate" WHEN OLD.id IS NOT NEW.id OR OLD."body_id" IS NOT NEW."body_id" OR OLD."person_id" IS NOT NEW."person_id" OR OLD."category_id" IS NOT NEW."category_id" OR OLD."function" IS NOT NEW."function" OR OLD."represents_employer" IS NOT NEW."represents_employer" OR OLD."institution_id" IS NOT NEW."institution_id" OR OLD."from_date" IS NOT NEW."from_date" OR OLD."to_date" IS NOT NEW."to_date" OR OLD."replaces_id" IS NOT NEW."replaces_id" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'mandate', NEW.id, 1, '{' || substr(iif(OLD."body_id" IS NOT NEW."body_id", ',"body_id":' || json_quote(OLD."body_id"), '') || iif(OLD."person_id" IS NOT NEW."person_id", ',"person_id":' || json_quote(OLD."person_id"), '') || iif(OLD."category_id" IS NOT NEW."category_id", ',"category_id":' || json_quote(OLD."category_id"), '') || iif(OLD."function" IS NOT NEW."function", ',"function":' || json_quote(OLD."function"), '') || iif(OLD."represents_employer" IS NOT NEW."represents_employer", ',"represents_employer":' || json_quote(OLD."represents_employer"), '') || iif(OLD."institution_id" IS NOT NEW."institution_id", ',"institution_id":' || json_quote(OLD."institution_id"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(OLD."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(OLD."to_date"), '') || iif(OLD."replaces_id" IS NOT NEW."replaces_id", ',"replaces_id":' || json_quote(OLD."replaces_id"), ''), 2) || '}', '{' || substr(iif(OLD."body_id" IS NOT NEW."body_id", ',"body_id":' || json_quote(NEW."body_id"), '') || iif(OLD."person_id" IS NOT NEW."person_id", ',"person_id":' || json_quote(NEW."person_id"), '') || iif(OLD."category_id" IS NOT NEW."category_id", ',"category_id":' || json_quote(NEW."category_id"), '') || iif(OLD."function" IS NOT NEW."function", ',"function":' || json_quote(NEW."function"), '') || iif(OLD."represents_employer" IS NOT NEW."represents_employer", ',"represents_employer":' || json_quote(NEW."represents_employer"), '') || iif(OLD."institution_id" IS NOT NEW."institution_id", ',"institution_id":' || json_quote(NEW."institution_id"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(NEW."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(NEW."to_date"), '') || iif(OLD."replaces_id" IS NOT NEW."replaces_id", ',"replaces_id":' || json_quote(NEW."replaces_id"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_category_delete" AFTER DELETE ON "category" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'category', OLD.id, 2, '{' || substr(',"statute_id":' || json_quote(OLD."statute_id") || ',"code":' || json_quote(OLD."code") || ',"name_fr":' || json_quote(OLD."name_fr") || ',"name_en":' || json_quote(OLD."name_en") || ',"position":' || json_quote(OLD."position") || ',"min":' || json_quote(OLD."min") || ',"max":' || json_quote(OLD."max") || ',"counts":' || json_quote(OLD."counts") || ',"votes":' || json_quote(OLD."votes") || ',"may_chair":' || json_quote(OLD."may_chair") || ',"side":' || json_quote(OLD."side"), 2) || '}'); END;
CREATE TRIGGER "journal_enrolment_insert" AFTER INSERT ON "enrolment" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'enrolment', NEW.id, 0); END;
CREATE TRIGGER "journal_parameter_insert" AFTER INSERT ON "parameter" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'parameter', NEW.id, 0); END;
CREATE TRIGGER "journal_body_update" AFTER UPDATE ON "body" WHEN OLD.id IS NOT NEW.id OR OLD."code" IS NOT NEW."code" OR OLD."number" IS NOT NEW."number" OR OLD."degree" IS NOT NEW."degree" OR OLD."name_fr" IS NOT NEW."name_fr" OR OLD."name_en" IS NOT NEW."name_en" OR OLD."statute_id" IS NOT NEW."statute_id" OR OLD."parent_id" IS NOT NEW."parent_id" OR OLD."site_id" IS NOT NEW."site_id" OR OLD."from_date" IS NOT NEW."from_date" OR OLD."to_date" IS NOT NEW."to_date" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body', NEW.id, 1, '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(OLD."code"), '') || iif(OLD."number" IS NOT NEW."number", ',"number":' || json_quote(OLD."number"), '') || iif(OLD."degree" IS NOT NEW."degree", ',"degree":' || json_quote(OLD."degree"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(OLD."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(OLD."name_en"), '') || iif(OLD."statute_id" IS NOT NEW."statute_id", ',"statute_id":' || json_quote(OLD."statute_id"), '') || iif(OLD."parent_id" IS NOT NEW."parent_id", ',"parent_id":' || json_quote(OLD."parent_id"), '') || iif(OLD."site_id" IS NOT NEW."site_id", ',"site_id":' || json_quote(OLD."site_id"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(OLD."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(OLD."to_date"), ''), 2) || '}', '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(NEW."code"), '') || iif(OLD."number" IS NOT NEW."number", ',"number":' || json_quote(NEW."number"), '') || iif(OLD."degree" IS NOT NEW."degree", ',"degree":' || json_quote(NEW."degree"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(NEW."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(NEW."name_en"), '') || iif(OLD."statute_id" IS NOT NEW."statute_id", ',"statute_id":' || json_quote(NEW."statute_id"), '') || iif(OLD."parent_id" IS NOT NEW."parent_id", ',"parent_id":' || json_quote(NEW."parent_id"), '') || iif(OLD."site_id" IS NOT NEW."site_id", ',"site_id":' || json_quote(NEW."site_id"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(NEW."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(NEW."to_date"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_body_delete" AFTER DELETE ON "body" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body', OLD.id, 2, '{' || substr(',"code":' || json_quote(OLD."code") || ',"number":' || json_quote(OLD."number") || ',"degree":' || json_quote(OLD."degree") || ',"name_fr":' || json_quote(OLD."name_fr") || ',"name_en":' || json_quote(OLD."name_en") || ',"statute_id":' || json_quote(OLD."statute_id") || ',"parent_id":' || json_quote(OLD."parent_id") || ',"site_id":' || json_quote(OLD."site_id") || ',"from_date":' || json_quote(OLD."from_date") || ',"to_date":' || json_quote(OLD."to_date"), 2) || '}'); END;
CREATE TRIGGER "journal_body_course_update" AFTER UPDATE ON "body_course" WHEN OLD.id IS NOT NEW.id OR OLD."body_id" IS NOT NEW."body_id" OR OLD."course_id" IS NOT NEW."course_id" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body_course', NEW.id, 1, '{' || substr(iif(OLD."body_id" IS NOT NEW."body_id", ',"body_id":' || json_quote(OLD."body_id"), '') || iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(OLD."course_id"), ''), 2) || '}', '{' || substr(iif(OLD."body_id" IS NOT NEW."body_id", ',"body_id":' || json_quote(NEW."body_id"), '') || iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(NEW."course_id"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_decision_insert" AFTER INSERT ON "decision" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'decision', NEW.id, 0); END;
CREATE TRIGGER "journal_teaching_insert" AFTER INSERT ON "teaching" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'teaching', NEW.id, 0); END;
CREATE TRIGGER "journal_statute_rule_insert" AFTER INSERT ON "statute_rule" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'statute_rule', NEW.id, 0); END;
CREATE TRIGGER "journal_decision_delete" AFTER DELETE ON "decision" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'decision', OLD.id, 2, '{' || substr(',"body_id":' || json_quote(OLD."body_id") || ',"kind":' || json_quote(OLD."kind") || ',"date":' || json_quote(OLD."date") || ',"reference":' || json_quote(OLD."reference") || ',"signatory":' || json_quote(OLD."signatory") || ',"side":' || json_quote(OLD."side"), 2) || '}'); END;
CREATE TRIGGER "journal_institution_delete" AFTER DELETE ON "institution" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'institution', OLD.id, 2, '{' || substr(',"code":' || json_quote(OLD."code") || ',"name":' || json_quote(OLD."name") || ',"short_name":' || json_quote(OLD."short_name") || ',"kind":' || json_quote(OLD."kind") || ',"side":' || json_quote(OLD."side") || ',"uai":' || json_quote(OLD."uai") || ',"siret":' || json_quote(OLD."siret") || ',"parent_id":' || json_quote(OLD."parent_id"), 2) || '}'); END;
CREATE TRIGGER "journal_mention_insert" AFTER INSERT ON "mention" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'mention', NEW.id, 0); END;
CREATE TRIGGER "journal_institution_update" AFTER UPDATE ON "institution" WHEN OLD.id IS NOT NEW.id OR OLD."code" IS NOT NEW."code" OR OLD."name" IS NOT NEW."name" OR OLD."short_name" IS NOT NEW."short_name" OR OLD."kind" IS NOT NEW."kind" OR OLD."side" IS NOT NEW."side" OR OLD."uai" IS NOT NEW."uai" OR OLD."siret" IS NOT NEW."siret" OR OLD."parent_id" IS NOT NEW."parent_id" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'institution', NEW.id, 1, '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(OLD."code"), '') || iif(OLD."name" IS NOT NEW."name", ',"name":' || json_quote(OLD."name"), '') || iif(OLD."short_name" IS NOT NEW."short_name", ',"short_name":' || json_quote(OLD."short_name"), '') || iif(OLD."kind" IS NOT NEW."kind", ',"kind":' || json_quote(OLD."kind"), '') || iif(OLD."side" IS NOT NEW."side", ',"side":' || json_quote(OLD."side"), '') || iif(OLD."uai" IS NOT NEW."uai", ',"uai":' || json_quote(OLD."uai"), '') || iif(OLD."siret" IS NOT NEW."siret", ',"siret":' || json_quote(OLD."siret"), '') || iif(OLD."parent_id" IS NOT NEW."parent_id", ',"parent_id":' || json_quote(OLD."parent_id"), ''), 2) || '}', '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(NEW."code"), '') || iif(OLD."name" IS NOT NEW."name", ',"name":' || json_quote(NEW."name"), '') || iif(OLD."short_name" IS NOT NEW."short_name", ',"short_name":' || json_quote(NEW."short_name"), '') || iif(OLD."kind" IS NOT NEW."kind", ',"kind":' || json_quote(NEW."kind"), '') || iif(OLD."side" IS NOT NEW."side", ',"side":' || json_quote(NEW."side"), '') || iif(OLD."uai" IS NOT NEW."uai", ',"uai":' || json_quote(NEW."uai"), '') || iif(OLD."siret" IS NOT NEW."siret", ',"siret":' || json_quote(NEW."siret"), '') || iif(OLD."parent_id" IS NOT NEW."parent_id", ',"parent_id":' || json_quote(NEW."parent_id"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_statute_insert" AFTER INSERT ON "statute" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'statute', NEW.id, 0); END;
CREATE TRIGGER "journal_body_course_delete" AFTER DELETE ON "body_course" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body_course', OLD.id, 2, '{' || substr(',"body_id":' || json_quote(OLD."body_id") || ',"course_id":' || json_quote(OLD."course_id"), 2) || '}'); END;
CREATE TRIGGER "journal_site_delete" AFTER DELETE ON "site" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'site', OLD.id, 2, '{' || substr(',"code":' || json_quote(OLD."code") || ',"name":' || json_quote(OLD."name") || ',"institution_id":' || json_quote(OLD."institution_id"), 2) || '}'); END;
CREATE TRIGGER "journal_setting_insert" AFTER INSERT ON "setting" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'setting', NEW.id, 0); END;
CREATE TRIGGER "journal_site_update" AFTER UPDATE ON "site" WHEN OLD.id IS NOT NEW.id OR OLD."code" IS NOT NEW."code" OR OLD."name" IS NOT NEW."name" OR OLD."institution_id" IS NOT NEW."institution_id" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'site', NEW.id, 1, '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(OLD."code"), '') || iif(OLD."name" IS NOT NEW."name", ',"name":' || json_quote(OLD."name"), '') || iif(OLD."institution_id" IS NOT NEW."institution_id", ',"institution_id":' || json_quote(OLD."institution_id"), ''), 2) || '}', '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(NEW."code"), '') || iif(OLD."name" IS NOT NEW."name", ',"name":' || json_quote(NEW."name"), '') || iif(OLD."institution_id" IS NOT NEW."institution_id", ',"institution_id":' || json_quote(NEW."institution_id"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_course_component_insert" AFTER INSERT ON "course_component" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course_component', NEW.id, 0); END;
CREATE TRIGGER "journal_person_insert" AFTER INSERT ON "person" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'person', NEW.id, 0); END;
CREATE TRIGGER "journal_course_insert" AFTER INSERT ON "course" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course', NEW.id, 0); END;
CREATE TRIGGER "journal_course_site_insert" AFTER INSERT ON "course_site" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course_site', NEW.id, 0); END;
CREATE TRIGGER "journal_body_mention_delete" AFTER DELETE ON "body_mention" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body_mention', OLD.id, 2, '{' || substr(',"body_id":' || json_quote(OLD."body_id") || ',"mention_id":' || json_quote(OLD."mention_id"), 2) || '}'); END;
CREATE TRIGGER "journal_category_insert" AFTER INSERT ON "category" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'category', NEW.id, 0); END;
CREATE TRIGGER "journal_mandate_insert" AFTER INSERT ON "mandate" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'mandate', NEW.id, 0); END;
CREATE TRIGGER "journal_affiliation_update" AFTER UPDATE ON "affiliation" WHEN OLD.id IS NOT NEW.id OR OLD."person_id" IS NOT NEW."person_id" OR OLD."institution_id" IS NOT NEW."institution_id" OR OLD."side" IS NOT NEW."side" OR OLD."from_date" IS NOT NEW."from_date" OR OLD."to_date" IS NOT NEW."to_date" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'affiliation', NEW.id, 1, '{' || substr(iif(OLD."person_id" IS NOT NEW."person_id", ',"person_id":' || json_quote(OLD."person_id"), '') || iif(OLD."institution_id" IS NOT NEW."institution_id", ',"institution_id":' || json_quote(OLD."institution_id"), '') || iif(OLD."side" IS NOT NEW."side", ',"side":' || json_quote(OLD."side"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(OLD."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(OLD."to_date"), ''), 2) || '}', '{' || substr(iif(OLD."person_id" IS NOT NEW."person_id", ',"person_id":' || json_quote(NEW."person_id"), '') || iif(OLD."institution_id" IS NOT NEW."institution_id", ',"institution_id":' || json_quote(NEW."institution_id"), '') || iif(OLD."side" IS NOT NEW."side", ',"side":' || json_quote(NEW."side"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(NEW."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(NEW."to_date"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_body_mention_insert" AFTER INSERT ON "body_mention" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body_mention', NEW.id, 0); END;
CREATE TRIGGER "journal_affiliation_delete" AFTER DELETE ON "affiliation" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'affiliation', OLD.id, 2, '{' || substr(',"person_id":' || json_quote(OLD."person_id") || ',"institution_id":' || json_quote(OLD."institution_id") || ',"side":' || json_quote(OLD."side") || ',"from_date":' || json_quote(OLD."from_date") || ',"to_date":' || json_quote(OLD."to_date"), 2) || '}'); END;
CREATE TRIGGER "journal_enrolment_delete" AFTER DELETE ON "enrolment" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'enrolment', OLD.id, 2, '{' || substr(',"person_id":' || json_quote(OLD."person_id") || ',"course_id":' || json_quote(OLD."course_id") || ',"year":' || json_quote(OLD."year"), 2) || '}'); END;
CREATE TRIGGER "journal_body_insert" AFTER INSERT ON "body" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body', NEW.id, 0); END;
CREATE TRIGGER "journal_enrolment_update" AFTER UPDATE ON "enrolment" WHEN OLD.id IS NOT NEW.id OR OLD."person_id" IS NOT NEW."person_id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."year" IS NOT NEW."year" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'enrolment', NEW.id, 1, '{' || substr(iif(OLD."person_id" IS NOT NEW."person_id", ',"person_id":' || json_quote(OLD."person_id"), '') || iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(OLD."course_id"), '') || iif(OLD."year" IS NOT NEW."year", ',"year":' || json_quote(OLD."year"), ''), 2) || '}', '{' || substr(iif(OLD."person_id" IS NOT NEW."person_id", ',"person_id":' || json_quote(NEW."person_id"), '') || iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(NEW."course_id"), '') || iif(OLD."year" IS NOT NEW."year", ',"year":' || json_quote(NEW."year"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_parameter_update" AFTER UPDATE ON "parameter" WHEN OLD.id IS NOT NEW.id OR OLD."statute_id" IS NOT NEW."statute_id" OR OLD."name" IS NOT NEW."name" OR OLD."value" IS NOT NEW."value" OR OLD."from_date" IS NOT NEW."from_date" OR OLD."to_date" IS NOT NEW."to_date" OR OLD."source" IS NOT NEW."source" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'parameter', NEW.id, 1, '{' || substr(iif(OLD."statute_id" IS NOT NEW."statute_id", ',"statute_id":' || json_quote(OLD."statute_id"), '') || iif(OLD."name" IS NOT NEW."name", ',"name":' || json_quote(OLD."name"), '') || iif(OLD."value" IS NOT NEW."value", ',"value":' || json_quote(OLD."value"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(OLD."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(OLD."to_date"), '') || iif(OLD."source" IS NOT NEW."source", ',"source":' || json_quote(OLD."source"), ''), 2) || '}', '{' || substr(iif(OLD."statute_id" IS NOT NEW."statute_id", ',"statute_id":' || json_quote(NEW."statute_id"), '') || iif(OLD."name" IS NOT NEW."name", ',"name":' || json_quote(NEW."name"), '') || iif(OLD."value" IS NOT NEW."value", ',"value":' || json_quote(NEW."value"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(NEW."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(NEW."to_date"), '') || iif(OLD."source" IS NOT NEW."source", ',"source":' || json_quote(NEW."source"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_parameter_delete" AFTER DELETE ON "parameter" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'parameter', OLD.id, 2, '{' || substr(',"statute_id":' || json_quote(OLD."statute_id") || ',"name":' || json_quote(OLD."name") || ',"value":' || json_quote(OLD."value") || ',"from_date":' || json_quote(OLD."from_date") || ',"to_date":' || json_quote(OLD."to_date") || ',"source":' || json_quote(OLD."source"), 2) || '}'); END;
CREATE TRIGGER "journal_body_mention_update" AFTER UPDATE ON "body_mention" WHEN OLD.id IS NOT NEW.id OR OLD."body_id" IS NOT NEW."body_id" OR OLD."mention_id" IS NOT NEW."mention_id" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body_mention', NEW.id, 1, '{' || substr(iif(OLD."body_id" IS NOT NEW."body_id", ',"body_id":' || json_quote(OLD."body_id"), '') || iif(OLD."mention_id" IS NOT NEW."mention_id", ',"mention_id":' || json_quote(OLD."mention_id"), ''), 2) || '}', '{' || substr(iif(OLD."body_id" IS NOT NEW."body_id", ',"body_id":' || json_quote(NEW."body_id"), '') || iif(OLD."mention_id" IS NOT NEW."mention_id", ',"mention_id":' || json_quote(NEW."mention_id"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_teaching_delete" AFTER DELETE ON "teaching" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'teaching', OLD.id, 2, '{' || substr(',"person_id":' || json_quote(OLD."person_id") || ',"course_id":' || json_quote(OLD."course_id") || ',"year":' || json_quote(OLD."year"), 2) || '}'); END;
CREATE TRIGGER "journal_institution_insert" AFTER INSERT ON "institution" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'institution', NEW.id, 0); END;
CREATE TRIGGER "journal_teaching_update" AFTER UPDATE ON "teaching" WHEN OLD.id IS NOT NEW.id OR OLD."person_id" IS NOT NEW."person_id" OR OLD."course_id" IS NOT NEW."course_id" OR OLD."year" IS NOT NEW."year" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'teaching', NEW.id, 1, '{' || substr(iif(OLD."person_id" IS NOT NEW."person_id", ',"person_id":' || json_quote(OLD."person_id"), '') || iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(OLD."course_id"), '') || iif(OLD."year" IS NOT NEW."year", ',"year":' || json_quote(OLD."year"), ''), 2) || '}', '{' || substr(iif(OLD."person_id" IS NOT NEW."person_id", ',"person_id":' || json_quote(NEW."person_id"), '') || iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(NEW."course_id"), '') || iif(OLD."year" IS NOT NEW."year", ',"year":' || json_quote(NEW."year"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_statute_rule_update" AFTER UPDATE ON "statute_rule" WHEN OLD.id IS NOT NEW.id OR OLD."statute_id" IS NOT NEW."statute_id" OR OLD."rule" IS NOT NEW."rule" OR OLD."severity" IS NOT NEW."severity" OR OLD."source" IS NOT NEW."source" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'statute_rule', NEW.id, 1, '{' || substr(iif(OLD."statute_id" IS NOT NEW."statute_id", ',"statute_id":' || json_quote(OLD."statute_id"), '') || iif(OLD."rule" IS NOT NEW."rule", ',"rule":' || json_quote(OLD."rule"), '') || iif(OLD."severity" IS NOT NEW."severity", ',"severity":' || json_quote(OLD."severity"), '') || iif(OLD."source" IS NOT NEW."source", ',"source":' || json_quote(OLD."source"), ''), 2) || '}', '{' || substr(iif(OLD."statute_id" IS NOT NEW."statute_id", ',"statute_id":' || json_quote(NEW."statute_id"), '') || iif(OLD."rule" IS NOT NEW."rule", ',"rule":' || json_quote(NEW."rule"), '') || iif(OLD."severity" IS NOT NEW."severity", ',"severity":' || json_quote(NEW."severity"), '') || iif(OLD."source" IS NOT NEW."source", ',"source":' || json_quote(NEW."source"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_statute_rule_delete" AFTER DELETE ON "statute_rule" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'statute_rule', OLD.id, 2, '{' || substr(',"statute_id":' || json_quote(OLD."statute_id") || ',"rule":' || json_quote(OLD."rule") || ',"severity":' || json_quote(OLD."severity") || ',"source":' || json_quote(OLD."source"), 2) || '}'); END;
CREATE TRIGGER "journal_mention_delete" AFTER DELETE ON "mention" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'mention', OLD.id, 2, '{' || substr(',"code":' || json_quote(OLD."code") || ',"name_fr":' || json_quote(OLD."name_fr") || ',"name_en":' || json_quote(OLD."name_en") || ',"head_id":' || json_quote(OLD."head_id") || ',"head_deputy_id":' || json_quote(OLD."head_deputy_id"), 2) || '}'); END;
CREATE TRIGGER "journal_body_course_insert" AFTER INSERT ON "body_course" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'body_course', NEW.id, 0); END;
CREATE TRIGGER "journal_mention_update" AFTER UPDATE ON "mention" WHEN OLD.id IS NOT NEW.id OR OLD."code" IS NOT NEW."code" OR OLD."name_fr" IS NOT NEW."name_fr" OR OLD."name_en" IS NOT NEW."name_en" OR OLD."head_id" IS NOT NEW."head_id" OR OLD."head_deputy_id" IS NOT NEW."head_deputy_id" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'mention', NEW.id, 1, '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(OLD."code"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(OLD."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(OLD."name_en"), '') || iif(OLD."head_id" IS NOT NEW."head_id", ',"head_id":' || json_quote(OLD."head_id"), '') || iif(OLD."head_deputy_id" IS NOT NEW."head_deputy_id", ',"head_deputy_id":' || json_quote(OLD."head_deputy_id"), ''), 2) || '}', '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(NEW."code"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(NEW."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(NEW."name_en"), '') || iif(OLD."head_id" IS NOT NEW."head_id", ',"head_id":' || json_quote(NEW."head_id"), '') || iif(OLD."head_deputy_id" IS NOT NEW."head_deputy_id", ',"head_deputy_id":' || json_quote(NEW."head_deputy_id"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_mandate_delete" AFTER DELETE ON "mandate" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'mandate', OLD.id, 2, '{' || substr(',"body_id":' || json_quote(OLD."body_id") || ',"person_id":' || json_quote(OLD."person_id") || ',"category_id":' || json_quote(OLD."category_id") || ',"function":' || json_quote(OLD."function") || ',"represents_employer":' || json_quote(OLD."represents_employer") || ',"institution_id":' || json_quote(OLD."institution_id") || ',"from_date":' || json_quote(OLD."from_date") || ',"to_date":' || json_quote(OLD."to_date") || ',"replaces_id":' || json_quote(OLD."replaces_id"), 2) || '}'); END;
CREATE TRIGGER "journal_course_component_delete" AFTER DELETE ON "course_component" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course_component', OLD.id, 2, '{' || substr(',"course_id":' || json_quote(OLD."course_id") || ',"institution_id":' || json_quote(OLD."institution_id"), 2) || '}'); END;
CREATE TRIGGER "journal_site_insert" AFTER INSERT ON "site" BEGIN INSERT INTO journal_change (entry, table_name, row, operation) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'site', NEW.id, 0); END;
CREATE TRIGGER "journal_course_site_update" AFTER UPDATE ON "course_site" WHEN OLD.id IS NOT NEW.id OR OLD."course_id" IS NOT NEW."course_id" OR OLD."site_id" IS NOT NEW."site_id" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course_site', NEW.id, 1, '{' || substr(iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(OLD."course_id"), '') || iif(OLD."site_id" IS NOT NEW."site_id", ',"site_id":' || json_quote(OLD."site_id"), ''), 2) || '}', '{' || substr(iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(NEW."course_id"), '') || iif(OLD."site_id" IS NOT NEW."site_id", ',"site_id":' || json_quote(NEW."site_id"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_course_component_update" AFTER UPDATE ON "course_component" WHEN OLD.id IS NOT NEW.id OR OLD."course_id" IS NOT NEW."course_id" OR OLD."institution_id" IS NOT NEW."institution_id" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course_component', NEW.id, 1, '{' || substr(iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(OLD."course_id"), '') || iif(OLD."institution_id" IS NOT NEW."institution_id", ',"institution_id":' || json_quote(OLD."institution_id"), ''), 2) || '}', '{' || substr(iif(OLD."course_id" IS NOT NEW."course_id", ',"course_id":' || json_quote(NEW."course_id"), '') || iif(OLD."institution_id" IS NOT NEW."institution_id", ',"institution_id":' || json_quote(NEW."institution_id"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_course_delete" AFTER DELETE ON "course" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course', OLD.id, 2, '{' || substr(',"code":' || json_quote(OLD."code") || ',"name_fr":' || json_quote(OLD."name_fr") || ',"name_en":' || json_quote(OLD."name_en") || ',"mention_id":' || json_quote(OLD."mention_id") || ',"head_id":' || json_quote(OLD."head_id") || ',"from_date":' || json_quote(OLD."from_date") || ',"to_date":' || json_quote(OLD."to_date"), 2) || '}'); END;
CREATE TRIGGER "journal_course_site_delete" AFTER DELETE ON "course_site" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'course_site', OLD.id, 2, '{' || substr(',"course_id":' || json_quote(OLD."course_id") || ',"site_id":' || json_quote(OLD."site_id"), 2) || '}'); END;
CREATE TRIGGER "journal_setting_delete" AFTER DELETE ON "setting" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'setting', OLD.id, 2, '{' || substr(',"name":' || json_quote(OLD."name") || ',"value":' || json_quote(OLD."value"), 2) || '}'); END;
CREATE TRIGGER "journal_statute_update" AFTER UPDATE ON "statute" WHEN OLD.id IS NOT NEW.id OR OLD."code" IS NOT NEW."code" OR OLD."name_fr" IS NOT NEW."name_fr" OR OLD."name_en" IS NOT NEW."name_en" OR OLD."source" IS NOT NEW."source" OR OLD."from_date" IS NOT NEW."from_date" OR OLD."to_date" IS NOT NEW."to_date" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before, after) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'statute', NEW.id, 1, '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(OLD."code"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(OLD."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(OLD."name_en"), '') || iif(OLD."source" IS NOT NEW."source", ',"source":' || json_quote(OLD."source"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(OLD."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(OLD."to_date"), ''), 2) || '}', '{' || substr(iif(OLD."code" IS NOT NEW."code", ',"code":' || json_quote(NEW."code"), '') || iif(OLD."name_fr" IS NOT NEW."name_fr", ',"name_fr":' || json_quote(NEW."name_fr"), '') || iif(OLD."name_en" IS NOT NEW."name_en", ',"name_en":' || json_quote(NEW."name_en"), '') || iif(OLD."source" IS NOT NEW."source", ',"source":' || json_quote(NEW."source"), '') || iif(OLD."from_date" IS NOT NEW."from_date", ',"from_date":' || json_quote(NEW."from_date"), '') || iif(OLD."to_date" IS NOT NEW."to_date", ',"to_date":' || json_quote(NEW."to_date"), ''), 2) || '}'); END;
CREATE TRIGGER "journal_statute_delete" AFTER DELETE ON "statute" BEGIN INSERT INTO journal_change (entry, table_name, row, operation, before) VALUES ((SELECT CASE WHEN open = 1 THEN id END FROM journal_entry ORDER BY id DESC LIMIT 1), 'statute', OLD.id, 2, '{' || substr(',"code":' || json_quote(OLD."code") || ',"name_fr":' || json_quote(OLD."name_fr") || ',"name_en":' || json_quote(OLD."name_en") || ',"source":' || json_quote(OLD."source") || ',"from_date":' || json_quote(OLD."from_date") || ',"to_date":' || json_quote(OLD."to_date"), 2) || '}'); END;
COMMIT;
