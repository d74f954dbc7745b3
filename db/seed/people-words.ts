/** Given and family names by origin; the mix of origins depends on the country (`originMix`). */
export const people: Readonly<Record<string, { first: string; last: string }>> = {
  english: {
    first: `James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica
Thomas Sarah Charles Karen Daniel Nancy Matthew Lisa Anthony Betty Mark Sandra Steven Ashley Andrew Emily Joshua Donna Kevin
Michelle Brian Carol George Amanda Joss Owen Harriet Imogen Graham Fiona Callum Niamh Declan Eleanor`,
    last: `Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Lee Thompson White Harris
Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips
Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Whitlaw Pritchard Hargreave Ashdown Fairweather Loxley`,
  },
  german: {
    first: `Anna Maximilian Sophie Alexander Katharina Lukas Julia Felix Laura Jonas Lena Paul Claudia Stefan Petra Markus Sabine
Andreas Birgit Jürgen Heike Matthias Ulrike Thorsten Anke Elias Greta Moritz Theresa Konrad`,
    last: `Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier Brandvold Kestermann`,
  },
  french: {
    first: `Camille Pierre Élodie Nicolas Sophie Julien Claire Antoine Marion Guillaume Hélène Thomas Aurélie Mathieu Céline
Laurent Isabelle Frédéric Nathalie Olivier Margaux Bastien Noémie Rémi`,
    last: `Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand
Roux Vincent Fournier Morel Girard André Mercier Lambert Bonnet Castellan Rousseau Blanchet Chevallier`,
  },
  nordic: {
    first: `Erik Ingrid Lars Astrid Johan Freja Anders Sofia Mikkel Ida Magnus Elin Henrik Maja Sven Karin Nils Linnea Olav Solveig
Jari Aino Mika Päivi`,
    last: `Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Hansen Jensen Nielsen Pedersen Larsen Olsen Berg
Haugen Lindqvist Sandberg Korhonen Virtanen Mäkinen Brandvold Solheim Ekström`,
  },
  dutch: {
    first: `Jan Emma Pieter Sanne Daan Lotte Bram Femke Sven Anouk Ruben Marieke Thijs Fleur Joris Noor Wouter Petra Koen Ilse`,
    last: `Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Dijkstra Vermeulen Peeters Maes Claes Wouters
Goossens Vandermolen Kuipers Verhoeven`,
  },
  spanish: {
    first: `María José Carmen Antonio Lucía Manuel Ana Francisco Sofía Javier Elena Carlos Marta Alejandro Gabriela Diego Valeria
Fernando Daniela Ricardo Paula Andrés Ximena Rafael`,
    last: `García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Morales
Cruz Ortiz Gutiérrez Chávez Ramos Ruiz Mendoza Vargas Castillo Navarro`,
  },
  portuguese: {
    first: `João Mariana Pedro Beatriz Lucas Larissa Rafael Camila Thiago Juliana Gustavo Fernanda Bruno Letícia Felipe Carolina`,
    last: `Silva Santos Oliveira Souza Lima Pereira Ferreira Alves Costa Rodrigues Gomes Ribeiro Carvalho Almeida Rocha Barbosa`,
  },
  indian: {
    first: `Priya Arjun Ananya Rahul Kavya Vikram Neha Rohan Divya Sanjay Pooja Amit Lakshmi Suresh Meera Karthik Shreya Rajesh
Nisha Anil Deepa Varun Sunita Nikhil`,
    last: `Sharma Patel Singh Kumar Gupta Reddy Iyer Nair Mehta Joshi Rao Desai Verma Kapoor Chatterjee Menon Agarwal Bhat
Krishnan Banerjee Pillai Kulkarni Raghunathan Srinivasan`,
  },
  chinese: {
    first: `Wei Li Jing Ming Xin Yan Hao Lin Mei Jun Ying Chen Fang Lei Na Tao Hui Qiang Yu Grace Kevin Amy Jason Vivian`,
    last: `Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo Lin He Gao Liang Tan Lim Ng Wong`,
  },
  japanese: {
    first: `Haruto Yui Sota Aoi Ren Hina Takumi Sakura Kenji Yuki Hiroshi Naoko Daichi Emi Ryo Keiko`,
    last: `Sato Suzuki Takahashi Tanaka Ito Watanabe Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura`,
  },
  arabic: {
    first: `Omar Fatima Ahmed Layla Youssef Noor Hassan Amira Karim Salma Tariq Yasmin Samir Rania Ibrahim Zainab`,
    last: `Haddad Khalil Mansour Nasser Saleh Rahman Farouk Aziz Hamdan Darwish Bakri Sabbagh Qureshi Malik Hussain Siddiqui`,
  },
  african: {
    first: `Chidi Amara Kwame Zola Tunde Ngozi Kofi Adaeze Thabo Nia Emeka Imani Sipho Ifeoma Jabari Wanjiru`,
    last: `Okafor Mensah Adeyemi Ndlovu Oyelaran Nwosu Boateng Dlamini Eze Mwangi Okonkwo Abara Diallo Achebe Kamau Osei`,
  },
  slavic: {
    first: `Anna Piotr Katarzyna Tomasz Magdalena Marek Jana Petr Ivana Dmitri Olga Milan Zuzana Andrei Elena Pavel Nadia Viktor`,
    last: `Nowak Kowalski Wiśniewski Novák Dvořák Horvat Kovač Popescu Ionescu Petrov Ivanova Szabó Nagy Kovács Zielińska Marek`,
  },
  korean: {
    first: `Min-jun Seo-yeon Ji-ho Ha-eun Dong-hyun Soo-jin Hyun-woo Ji-woo Daniel Grace Eun-ji Sung-min`,
    last: `Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Shin`,
  },
};

/** Share of origins by country, in %. What is not named falls to `*`. */
export const originMix: Readonly<Record<string, string>> = {
  US: 'english 58 spanish 12 indian 6 chinese 4 german 4 african 4 arabic 3 korean 2 slavic 3 japanese 1 nordic 2 french 1',
  CA: 'english 52 french 20 indian 9 chinese 8 arabic 4 slavic 4 african 3',
  GB: 'english 70 indian 10 african 5 arabic 4 slavic 5 chinese 3 french 3',
  IE: 'english 82 slavic 8 indian 5 african 5',
  DE: 'german 80 slavic 8 arabic 6 indian 3 english 3',
  AT: 'german 82 slavic 14 arabic 4',
  CH: 'german 60 french 24 slavic 8 spanish 4 english 4',
  SE: 'nordic 82 arabic 8 slavic 5 english 5',
  DK: 'nordic 86 german 6 arabic 8',
  NO: 'nordic 86 slavic 8 english 6',
  FI: 'nordic 90 slavic 10',
  FR: 'french 78 arabic 10 spanish 5 african 7',
  NL: 'dutch 78 arabic 8 german 6 indian 4 english 4',
  BE: 'dutch 50 french 38 arabic 8 slavic 4',
  MX: 'spanish 96 english 4',
  BR: 'portuguese 92 japanese 4 german 4',
  AU: 'english 70 chinese 10 indian 10 arabic 5 slavic 5',
  SG: 'chinese 65 indian 18 english 17',
  IN: 'indian 96 english 4',
  JP: 'japanese 96 english 4',
};
