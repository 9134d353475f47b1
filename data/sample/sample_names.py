# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up people: lists of family and given names from which the sample draws its combinations."""

FAMILY_NAMES = """
Abadie Aguettant Aïssaoui Alibert Almeida Amrani Arnoux d’Arvieu Astier Avakian Azoulay Bacri Baldini
Bareille Barrère Bastide Baudouin Belkacem Benhaddou Bérard Bergounioux Besson Bisset Blanchard Boisvert
Bonfils Bordenave Boukhris Bourrely Boyadjian Brémond Briançon Brunetti Cabanel Caillol Camara Candela Capdeville Carvalho Castaing
Cazalis Chabrier Chaix Chambon Chanterelle Charrière Chatelain Cheikh Chevrolat Cissé Clavel Coadou Colonna Combes Corbel Cordier
Costamagna Coulibaly Courtois Crouzet Daguerre Dalmasso Danjou Darmon Dauphin Delacourt-Meunier Delmas Demirtas Derrien Desportes
Dhalluin Diallo Dos Santos Doumergue Dramé-Lenoir Dubreuil Duchêne Dumoulin Durand-Kessler Ebersmann El Mansouri Escoffier Estève
Fabre-Lacoste Falguière Farges Favreau Ferracci Ferreira Fontvieille Forestier Fouquet Fradet Gaillac Galland Garabédian Garrigues
Gasquet Gauthier-Nguyen Geniez Gerbaud Ghazali Giordano Girardot Goubert Granjon Grimal-Roux Guéguen Guibert Guilhem Haddad Hamidi
Hermelin Hoarau Hubert-Diop Imbert Isnard Jacquemin Jaffrès Jourdan Juillard Kabore Kaczmarek Karoubi Kerguelen
Keïta Klein Kowalczyk Labrousse Lacombe Lafarge Lagarrigue Lambertin Lancelin Lapeyre Larroque Latour Laugier Le Bihan Le Guennec
Le Tallec Lebrun-Faure Lefort Lelièvre Lescure Levasseur Lombardo Loubet Luciani Mabrouk Maillard Malaval Mandrin Marchetti
Martinetti Massoulard Mathurin Maurel Mazières M’Barek Mendes Mercadier Meyssonnier Mihoubi Miquel Mirabel Monteiro Montfort Morvan
Mouginot Moulinier Nadal Narbonne N’Diaye Nguyen Noailles Nogaret Ollivier Orsini Ouedraogo Ozanne Palanque Paoli Pascalet
Pélissier Penhoët Peretti Peyrat Pham Pinchinat Plantevin Pommier Pontier Portefaix Poujol Prunier Quéméneur Quintard Rabah Raffalli
Ramirez Raynaud Rebuffat Régnier Renouvin Ricard-Oliveira Rigaud Rocamora Rochette Rolland Romeu Rosenthal Roubaud Rouvière
de Roquevaire Sabatier Saïdi Sallèles Samaké Santoni Sarrazin Sauvaire Schneider Sébastiani Ségalen Serfati Sicard Silvestri Simonpieri
Solignac Souchon Sylla Tabuteau Taïeb Tardieu Tavernier Teixeira Ténédos Thévenin Thibaudeau Tissandier Tomasini Touré Tramier Tran
Traoré Trémolières Urbain Vacquier Valadier Vandenbroucke Vasseur Ventoux Verdier Vergnaud Vernet Vialatte Vidalenc Vigouroux Villard
Voiron Wagner Wattelet Weiss Yildirim Ythier Zanetti Zeller Zerbib Zimmermann
"""

FEMALE_NAMES = """
Adèle Agathe Aïcha Aline Amandine Ambre Aminata Anaïs Anissa Anne-Laure Annick Ariane Aurore Awa Béatrice Bérénice Blandine Brigitte
Camille Capucine Carine Carmen Céleste Chantal Christelle Clémence Coralie Corinne Cyrielle Daphné Delphine Diane Djamila Dominique
Élise Élodie Éloïse Elsa Émeline Estelle Eugénie Eva Fatoumata Fanny Flavie Florence Garance Geneviève Ghislaine Hélène Héloïse Hoa
Inès Ingrid Irène Isaure Jeanne Joséphine Judith Juliette Justine Karima Laetitia Laurence Léa Leïla Léonie Lina Lou Louise Lucie
Lydie Maëlle Manon Margaux Marie-Ange Mariam Mathilde Maud Mélanie Mireille Morgane Myriam Nadège Naïma Nathalie Ninon Noémie Océane
Odile Olympe Ophélie Pauline Perrine Rachel Romane Rosalie Roxane Sabrina Salomé Samia Sandrine Sarah Sidonie Solène Soraya Sylvie
Thaïs Théa Valentine Véronique Victoire Violette Yasmine Zoé
"""

MALE_NAMES = """
Abel Adama Adrien Alban Alexis Amaury Anatole André Antonin Armand Arsène Arthur Auguste Aurélien Baptiste Bastien Benoît Bilal Boris
Bruno Camille Cédric Célestin Christian Clément Corentin Cyprien Damien Didier Dominique Édouard Éliott Emmanuel Enzo Étienne Fabien
Farid Félix Ferdinand Florian Franck Gabin Gaël Gaspard Gaston Gilles Grégoire Guilhem Gwenaël Hakim Hervé Hippolyte Hugo Idriss
Ismaël Ivan Jean-Baptiste Jérôme Joachim Joël Jonas Jules Karim Kévin Lazare Léandre Léo Lilian Loïc Luc Ludovic Malik Marius Martial
Mathis Mathurin Maxence Mehdi Mickaël Moussa Nathan Nicolas Noé Octave Olivier Omar Pascal Paul-Henri Philibert Quentin Rachid Rayan
Régis Rémi Roland Romain Sacha Samir Sébastien Serge Simon Stéphane Tanguy Théo Thierry Tiago Titouan Tristan Ulysse Valentin Victor
Vincent Virgile Wassim Xavier Yann Youssef Yvan Zacharie
"""


def _parse(text):
    """Names separated by blanks; a particle ("Le", "Dos", "El", "de") belongs to the next word."""
    names, particle = [], ""
    for word in text.split():
        if word in ("Le", "Dos", "El", "de"):
            particle = word + " "
        else:
            names.append(particle + word)
            particle = ""
    return names


FAMILY = _parse(FAMILY_NAMES)
FEMALE = _parse(FEMALE_NAMES)
MALE = _parse(MALE_NAMES)
